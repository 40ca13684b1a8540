package dev.plimsoll.spring;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.report.Reporter;
import dev.plimsoll.work.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the application's reporters. Data sources are made before them, and one of them may need a data source; so what is found while
 * the application starts waits. Safe for use by many threads.
 */
final class FindingRelay {
    private static final int MOST_WAITING = 1_000;

    private final Guard guard = new Guard();
    private @Nullable List<Consumer<Reporter>> waiting = new ArrayList<>();
    private final List<Reporter> reporters = new CopyOnWriteArrayList<>();

    /** The application is complete: tells {@code complete} what waits, and everything that follows. */
    void open(List<Reporter> complete) {
        List<Consumer<Reporter>> before;
        synchronized (this) {
            before = waiting == null ? List.of() : waiting;
            waiting = null;
            reporters.addAll(complete);
        }
        before.forEach(this::tell);
    }

    /** Whom the data sources tell. Not a bean: the application's reporters would have it among them. */
    Reporter reporter() {
        return new Reporter() {
            @Override
            public void report(Finding finding) {
                pass(reporter -> reporter.report(finding));
            }

            @Override
            public void repeated(Finding finding, long times) {
                pass(reporter -> reporter.repeated(finding, times));
            }
        };
    }

    private void pass(Consumer<Reporter> message) {
        synchronized (this) {
            if (waiting != null) {
                if (waiting.size() < MOST_WAITING) {
                    waiting.add(message);
                }
                return;
            }
        }
        tell(message);
    }

    private void tell(Consumer<Reporter> message) {
        for (Reporter reporter : List.copyOf(reporters)) {
            try {
                message.accept(reporter);
            } catch (Throwable failure) { // a reporter's failure is not the application's, nor the other reporters'
                reporters.remove(reporter);
                guard.failed("reporter " + reporter.getClass().getName() + ", which is switched off", failure);
            }
        }
    }
}
