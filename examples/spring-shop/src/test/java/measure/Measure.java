package measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures on this machine, which it wants for itself: {@code start [rounds]} in up to an hour, {@code load [launches [rounds
 * [seconds]]]} in a quarter of an hour and more for each launch, most of it until the JVMs have compiled what they will.
 */
public final class Measure {

    private Measure() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path target = Path.of(System.getProperty("shop.target", "target"));
        if (!Files.exists(target.resolve("spring-shop-bare.jar"))) {
            throw new IllegalStateException("no jars in " + target.toAbsolutePath() + ": mvn package makes them");
        }
        System.out.println("load of the machine before: "
                + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "start" -> new StartUp(target).measure(number(arguments, 1, 10));
            case "load" ->
                new Throughput(target)
                        .measure(number(arguments, 1, 5), number(arguments, 2, 16), number(arguments, 3, 10));
            default -> throw new IllegalArgumentException("start or load, and how often");
        }
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : otherwise;
    }
}
