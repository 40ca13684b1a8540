package dev.plimsoll.logbook;

import dev.plimsoll.work.ObservedTransaction;
import java.util.List;

/**
 * A transaction that was open when it was asked for.
 *
 * @param dataSource name of the data source
 * @param identity different for every transaction of this JVM
 * @param state what is happening to it
 * @param unit name of the unit of work it belongs to
 * @param ageNanos wall time since its first statement began
 * @param idleNanos time since its last statement ended or row was read; 0 while the driver is at work
 * @param statements how many statements it has executed
 * @param lastShape shape of its last statement; empty if there was none
 * @param writtenTables tables it has written, at most eight
 * @param thread name of the thread that executed its last statement
 * @param stack where that thread is now: the application's frames, innermost first; empty if it is in none
 */
public record LoggedTransaction(
        String dataSource,
        long identity,
        ObservedTransaction.State state,
        String unit,
        long ageNanos,
        long idleNanos,
        long statements,
        String lastShape,
        List<String> writtenTables,
        String thread,
        List<String> stack) {
    public LoggedTransaction {
        writtenTables = List.copyOf(writtenTables);
        stack = List.copyOf(stack);
    }
}
