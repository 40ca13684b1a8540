package checker;

import org.jspecify.annotations.Nullable;

/** When the current thread did something, for mutations that take the wrong moment. Public, for it is called from the library's packages. */
public final class Moment {
    private static final ThreadLocal<@Nullable Long> LAST = new ThreadLocal<>();

    private Moment() {}

    /** It is now. */
    public static void now() {
        LAST.set(System.nanoTime());
    }

    /** There is none. */
    public static void none() {
        LAST.remove();
    }

    /** The last one, if there is one, instead of {@code right}. */
    public static long instead(long right) {
        Long last = LAST.get();
        return last == null ? right : Math.min(last, right);
    }
}
