package measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import lending.Desk;
import lending.Library;

/** A library that is full of readers as long as its standard input goes on. There it is asked how it feels, by a word a line. */
final class Patient {
    private static final List<String> REQUESTS = List.of("shelf", "overdue");
    private static final int READERS = 2;

    private final Desk desk;
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
    private final AtomicLong served = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile boolean open = true;

    private Patient(Desk desk) {
        this.desk = desk;
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Library library = Library.open()) {
            Patient patient = new Patient(library.desk());
            for (int reader = 0; reader < READERS; reader++) {
                new Thread(patient::read, "reader " + reader).start();
            }
            for (String asked = questions.readLine(); asked != null; asked = questions.readLine()) {
                System.out.println(patient.answer(asked));
            }
            patient.open = false;
        }
    }

    private void read() {
        while (open) {
            for (String request : REQUESTS) {
                long began = System.nanoTime();
                try {
                    desk.serve(request);
                } catch (RuntimeException e) {
                    failed.incrementAndGet(); // and it is told
                    e.printStackTrace();
                }
                longest.accumulate(System.nanoTime() - began);
                served.incrementAndGet();
            }
        }
    }

    private String answer(String asked) {
        return switch (asked) {
            case "longest" -> Long.toString(longest.getThenReset());
            case "served" -> Long.toString(served.get());
            case "failed" -> Long.toString(failed.get());
            case "heap" -> Long.toString(heapAfterCollection());
            case "classes" ->
                Integer.toString(ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
            case "threads" ->
                Integer.toString(ManagementFactory.getThreadMXBean().getThreadCount());
            default -> throw new IllegalArgumentException("not known here: " + asked);
        };
    }

    /** The least of several, since the readers go on in between. */
    private static long heapAfterCollection() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
