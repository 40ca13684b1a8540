package shop.units;

/** Tells the test what an application sees. */
final class Say {
    private Say() {}

    static void that(String what, boolean holds) {
        System.out.println((holds ? "yes: " : "no: ") + what);
    }
}
