package dev.plimsoll.spring;

import dev.plimsoll.work.UnitOfWork;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Asks the database something, and remembers in which unit of work it was asked. */
final class AskedUnits {
    private final List<UnitOfWork> units = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final DataSource dataSource;

    AskedUnits(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void ask() {
        threads.add(Thread.currentThread());
        units.add(Objects.requireNonNull(UnitOfWork.current(), "no unit of work is current"));
        try {
            Findings.ask(dataSource);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names that the units had at their end. */
    List<String> ended() {
        return units.stream().filter(UnitOfWork::hasEnded).map(UnitOfWork::name).toList();
    }

    /** In how many units something was asked. */
    long different() {
        return units.stream().distinct().count();
    }

    List<Thread> threads() {
        return threads;
    }
}
