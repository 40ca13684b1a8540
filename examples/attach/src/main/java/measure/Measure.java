package measure;

import attach.Agent;
import attach.ClassPath;
import attach.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Measures on this machine and prints, beside each figure, its limit. Takes some minutes, and wants the machine for itself. */
public final class Measure {
    private static final int STARTS = 10;
    private static final int COMINGS = 5;
    private static final long WARM = 20_000;
    private static final double MILLION = 1e6;

    private final Agent agent;
    private final String classPath = ClassPath.withoutPlimsoll();

    private Measure(Agent agent) {
        this.agent = agent;
    }

    /** Measures the start, the pause, and {@code rounds} of coming and going. */
    public static void everything(Agent agent, int rounds) throws IOException, InterruptedException {
        Measure measure = new Measure(agent);
        measure.start();
        measure.pause();
        measure.rounds(rounds);
    }

    /** CPU time that the agent adds to a program's start, by the medians of runs in pairs. */
    private void start() throws IOException, InterruptedException {
        long[] without = new long[STARTS];
        long[] added = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            without[i] = startNanos(List.of());
            added[i] = startNanos(List.of("-javaagent:" + agent.jar())) - without[i];
        }
        print("start: %.0f ms of CPU without the agent, %.0f ms more with it (limit 500)", without, added);
    }

    private long startNanos(List<String> options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-cp", classPath, Start.class.getName()));
        try (Program program = Program.java(arguments)) {
            program.end();
            return Long.parseLong(program.next());
        }
    }

    /** The longest request while the agent comes, and while only a JVM is started that takes its time on the same machine. */
    private void pause() throws IOException, InterruptedException {
        long[] without = new long[COMINGS];
        long[] with = new long[COMINGS];
        for (int i = 0; i < COMINGS; i++) {
            try (Program patient = warmPatient()) {
                ask(patient, "longest");
                agent.command("list");
                without[i] = ask(patient, "longest");
                agent.attach(patient);
                with[i] = ask(patient, "longest");
                patient.end();
            }
        }
        print(
                "pause: longest request %.0f ms while nobody comes, %.0f ms while the agent does (limit 200)",
                without, with);
    }

    /** What is left behind after the agent has come and gone, once and many times. Once is always. */
    private void rounds(int rounds) throws IOException, InterruptedException {
        try (Program patient = warmPatient()) {
            State before = State.of(patient);
            round(patient);
            System.out.println("left behind after 1 round: " + State.of(patient).since(before) + " (limit 5 MB)");
            State first = State.of(patient);
            for (int i = 1; i < rounds; i++) {
                round(patient);
            }
            System.out.println("left behind by " + (rounds - 1) + " more: "
                    + State.of(patient).since(first) + "; failed requests: " + ask(patient, "failed"));
            patient.end();
            patient.errors().all().stream().limit(20).forEach(System.out::println);
        }
    }

    private void round(Program patient) throws IOException, InterruptedException {
        agent.attach(patient);
        serveMore(patient, 1_000);
        agent.detach(patient);
    }

    private Program warmPatient() throws IOException {
        Program patient = Program.java(List.of("-Xmx256m", "-cp", classPath, Patient.class.getName()));
        serveMore(patient, WARM);
        return patient;
    }

    private static void serveMore(Program patient, long requests) throws IOException {
        long enough = ask(patient, "served") + requests;
        while (ask(patient, "served") < enough) {
            Thread.onSpinWait();
        }
    }

    private static long ask(Program patient, String question) throws IOException {
        return Long.parseLong(patient.ask(question));
    }

    private static void print(String sentence, long[] without, long[] with) {
        System.out.printf(Locale.ROOT, sentence + "%n", median(without) / MILLION, median(with) / MILLION);
    }

    private static double median(long[] values) {
        long[] sorted = LongStream.of(values).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }

    /** What a JVM holds. */
    private record State(long heap, long classes, long threads) {
        static State of(Program patient) throws IOException {
            return new State(ask(patient, "heap"), ask(patient, "classes"), ask(patient, "threads"));
        }

        String since(State before) {
            return String.format(
                    Locale.ROOT,
                    "%.1f MB of heap, %d classes, %d threads",
                    (heap - before.heap) / MILLION,
                    classes - before.classes,
                    threads - before.threads);
        }
    }
}
