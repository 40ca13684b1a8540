package dev.plimsoll.jdbc;

import dev.plimsoll.sql.Dialect;
import dev.plimsoll.work.Attention;
import dev.plimsoll.work.CallSiteOptions;
import dev.plimsoll.work.Guard;
import dev.plimsoll.work.ObservedStatement;
import dev.plimsoll.work.ObservedTransaction;
import dev.plimsoll.work.ObservedTransaction.State;
import dev.plimsoll.work.ObservedUnit;
import dev.plimsoll.work.Recorder;
import dev.plimsoll.work.UnitOfWork;
import dev.plimsoll.work.WorkListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** A recorder that keeps what it is shown, with a clock that stands still unless told otherwise. */
final class Recording implements WorkListener, AutoCloseable {
    private final List<ObservedUnit> units = new CopyOnWriteArrayList<>();
    private final List<ObservedTransaction> leftOpen = new CopyOnWriteArrayList<>();
    private volatile Runnable whenLeftOpen = () -> {};
    final AtomicLong clock = new AtomicLong(1);
    final Guard guard = new Guard();
    final Recorder recorder;
    final Interception interception;

    Recording(Dialect dialect, boolean vendorInterfaces) {
        recorder = new Recorder(this, CallSiteOptions.defaults(), clock::get, guard);
        recorder.dialect(dialect);
        interception = new Interception(recorder, vendorInterfaces);
    }

    Recording() {
        this(Dialect.GENERIC, false);
    }

    DataSource wrap(DataSource dataSource) {
        return (DataSource) interception.wrap(dataSource);
    }

    /** What is executed by {@code task} as one unit of work. */
    ObservedUnit unit(Task task) throws Exception {
        int before = units.size();
        UnitOfWork.run("test", () -> {
            task.run();
            return null;
        });
        return units.size() == before
                ? new ObservedUnit("test", true, true, "", 0, 0, List.of(), List.of(), 0, Optional.empty(), 0)
                : units.get(units.size() - 1);
    }

    /** The only statement of a unit. */
    ObservedStatement statement(Task task) throws Exception {
        ObservedUnit unit = unit(task);
        if (unit.statements().size() != 1) {
            throw new AssertionError("Not one statement: " + unit.statements());
        }
        return unit.statements().get(0);
    }

    void whenLeftOpen(Runnable action) {
        whenLeftOpen = action;
    }

    List<ObservedTransaction> leftOpen() {
        return leftOpen;
    }

    @Override
    public void unitObserved(ObservedUnit unit) {
        if (unit.name().equals("test")) {
            units.add(unit);
        }
    }

    @Override
    public boolean wantsPlainUnits() {
        return true;
    }

    @Override
    public void transactionObserved(ObservedTransaction transaction) {
        if (transaction.state() == State.LEFT_OPEN) {
            leftOpen.add(transaction);
            whenLeftOpen.run();
        }
    }

    @Override
    public Attention attention() {
        return new Attention(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    @Override
    public void close() {
        recorder.close();
    }

    /** Something to execute. */
    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }
}
