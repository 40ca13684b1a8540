package dev.plimsoll;

import dev.plimsoll.config.Silence;
import dev.plimsoll.detect.Detector;
import dev.plimsoll.detect.Detectors;
import dev.plimsoll.detect.Threshold;
import dev.plimsoll.detect.Thresholds;
import dev.plimsoll.detect.Watch;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.flight.FlightEvents;
import dev.plimsoll.logbook.DataSourceLog;
import dev.plimsoll.report.Reporter;
import dev.plimsoll.work.Attention;
import dev.plimsoll.work.Guard;
import dev.plimsoll.work.Mark;
import dev.plimsoll.work.ObservedTransaction;
import dev.plimsoll.work.ObservedUnit;
import dev.plimsoll.work.UnitWitness;
import dev.plimsoll.work.WorkListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Shows what was observed to the detectors and what they find to the reporters. Whichever of them throws is logged once and switched
 * off. Safe for use by many threads.
 */
final class Inspector implements WorkListener, AutoCloseable {
    private final List<Detector> detectors;
    private final List<Watch> watches;
    private final List<Reporter> reporters;
    private final List<Silence> silenced;
    private final Thresholds thresholds;
    private final Guard guard;
    private final FindingBook book = new FindingBook();
    private @Nullable DataSourceLog log;

    Inspector(
            List<Detector> detectors,
            List<Watch> watches,
            List<Reporter> reporters,
            List<Silence> silenced,
            Thresholds thresholds,
            Guard guard) {
        this.detectors = new CopyOnWriteArrayList<>(detectors);
        this.watches = new CopyOnWriteArrayList<>(watches);
        this.reporters = new CopyOnWriteArrayList<>(reporters);
        this.silenced = List.copyOf(silenced);
        this.thresholds = thresholds;
        this.guard = guard;
    }

    /** Findings are entered here too; to be said before the first connection is given out. */
    void enterInto(DataSourceLog dataSourceLog) {
        log = dataSourceLog;
    }

    @Override
    public void unitObserved(ObservedUnit unit) {
        unitObserved(unit, List.of());
    }

    @Override
    public void unitObserved(ObservedUnit unit, List<UnitWitness> witnesses) {
        detectors.forEach(detector -> show(unit, detector, witnesses));
    }

    private void show(ObservedUnit unit, Detector detector, List<UnitWitness> witnesses) {
        try {
            detector.inspect(unit, thresholds, finding -> found(finding, unit.timeline(), unit.finished(), witnesses));
        } catch (Throwable failure) { // a detector's failure is not the application's
            detectors.remove(detector);
            guard.failed("detector " + detector.getClass().getName() + ", which is switched off", failure);
        }
    }

    /** What comes with Plimsoll finds nothing in a plain unit; detectors of the user's may. */
    @Override
    public boolean wantsPlainUnits() {
        return detectors.size() > Detectors.detectors().size();
    }

    @Override
    public void transactionObserved(ObservedTransaction transaction) {
        transactionObserved(transaction, List.of());
    }

    @Override
    public void transactionObserved(ObservedTransaction transaction, List<UnitWitness> witnesses) {
        watches.forEach(watch -> show(transaction, watch, witnesses));
    }

    private void show(ObservedTransaction transaction, Watch watch, List<UnitWitness> witnesses) {
        try {
            watch.inspect(transaction, thresholds, finding -> found(transaction, finding, witnesses));
        } catch (Throwable failure) { // a watch's failure is not the application's
            watches.remove(watch);
            guard.failed("watch " + watch.getClass().getName() + ", which is switched off", failure);
        }
    }

    @Override
    public void transactionEnded(ObservedTransaction transaction, Mark.Kind how) {
        if (thresholds.reachedByNanos(Threshold.LONG_TRANSACTION_AGE, transaction.ageNanos())) {
            FlightEvents.transactionEnded(
                    transaction.unit(),
                    how == Mark.Kind.COMMITTED ? "committed" : "rolled back",
                    transaction.ageNanos(),
                    transaction.longestIdleNanos(),
                    transaction.statements(),
                    String.valueOf(transaction.lastShape()),
                    transaction.writtenTables());
        }
    }

    @Override
    public Attention attention() {
        return thresholds.attention();
    }

    private void found(ObservedTransaction transaction, Finding finding, List<UnitWitness> witnesses) {
        if (book.isNewsOf(transaction.identity(), finding)) {
            found(finding, transaction.timeline(), true, witnesses);
        }
    }

    /**
     * @param timeline number of its unit's timeline, or 0
     * @param finished whether it will not be found in the same unit again
     */
    private void found(Finding finding, long timeline, boolean finished, List<UnitWitness> witnesses) {
        for (Silence silence : silenced) {
            if (silence.covers(finding)) {
                return;
            }
        }
        for (UnitWitness witness : witnesses) {
            tell(witness, finding);
        }
        enter(finding, timeline, finished);
        FindingBook.Entry entry = book.enter(finding);
        for (Reporter reporter : reporters) {
            tell(reporter, finding, entry);
        }
    }

    private void tell(UnitWitness witness, Finding finding) {
        try {
            if (witness instanceof FindingWitness of) {
                of.found(finding);
            }
        } catch (Throwable failure) { // a witness's failure is not the application's
            guard.failed("witness " + witness.getClass().getName(), failure);
        }
    }

    private void enter(Finding finding, long timeline, boolean finished) {
        if (log == null) {
            return;
        }
        if (finished) {
            log.found(finding, timeline);
        } else {
            log.foundSoFar(finding, timeline);
        }
    }

    private void tell(Reporter reporter, Finding finding, FindingBook.Entry entry) {
        try {
            if (entry.isNews()) {
                reporter.report(finding);
            } else {
                reporter.repeated(finding, entry.times());
            }
        } catch (Throwable failure) { // a reporter's failure is not the application's
            reporters.remove(reporter);
            guard.failed("reporter " + reporter.getClass().getName() + ", which is switched off", failure);
        }
    }

    /** Tells the reporters that nothing follows. */
    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
        for (Reporter reporter : reporters) {
            try {
                reporter.close();
            } catch (Throwable failure) { // a reporter's failure is not the application's
                guard.failed("closing reporter " + reporter.getClass().getName(), failure);
            }
        }
    }
}
