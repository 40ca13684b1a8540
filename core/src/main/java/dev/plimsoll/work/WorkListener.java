package dev.plimsoll.work;

import java.util.List;

/** Is shown what was observed. Called on the application's threads and on the sweeper's; what it throws is caught and logged. */
public interface WorkListener {

    /** A unit of work has ended, or runs on and has executed another thousand statements. */
    void unitObserved(ObservedUnit unit);

    /** As {@link #unitObserved(ObservedUnit)}, for a unit that {@code witnesses} are shown too; the recorder shows it to them. */
    default void unitObserved(ObservedUnit unit, List<UnitWitness> witnesses) {
        unitObserved(unit);
    }

    /**
     * Whether plain units are shown too: those in which each statement ran once, without an offset, an unordered limit or a long IN
     * list, and nothing reached the limits of {@link #attention()}. Most units of a healthy application are such.
     */
    boolean wantsPlainUnits();

    /** A transaction is open and deserves a look, or its connection was closed with the transaction still open. */
    void transactionObserved(ObservedTransaction transaction);

    /** As {@link #transactionObserved(ObservedTransaction)}, of a unit that {@code witnesses} are shown. */
    default void transactionObserved(ObservedTransaction transaction, List<UnitWitness> witnesses) {
        transactionObserved(transaction);
    }

    /**
     * A transaction has ended that was open for {@link Attention#transactionNanos()} or longer.
     *
     * @param how {@link Mark.Kind#COMMITTED} or {@link Mark.Kind#ROLLED_BACK}
     */
    default void transactionEnded(ObservedTransaction transaction, Mark.Kind how) {}

    /** From what on something is shown; always the same. */
    Attention attention();
}
