package lending;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.stream.LongStream;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** Pool, mapper and books of the library. Lives until it is closed. */
public final class Library implements AutoCloseable {
    private static final int LOANS = 24;

    private final HikariDataSource pool;
    private final SessionFactory sessions;

    private Library(HikariDataSource pool) {
        this.pool = pool;
        this.sessions = new HibernatePersistenceConfiguration("library")
                .managedClasses(Book.class, Loan.class)
                .property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, pool)
                .createEntityManagerFactory();
    }

    /** A library in memory: every second of its books is with Ada, the others are with Grace. */
    public static Library open() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:library;DB_CLOSE_DELAY=-1");
        config.setMaximumPoolSize(4);
        Library library = new Library(new HikariDataSource(config));
        library.sessions.getSchemaManager().create(false);
        library.sessions.inTransaction(session -> LongStream.range(0, LOANS).forEach(id -> {
            Book book = new Book(id, "Volume " + id);
            session.persist(book);
            session.persist(new Loan(id, book, id % 2 == 0 ? "ada" : "grace", (int) id));
        }));
        return library;
    }

    public Desk desk() {
        return new Desk(sessions);
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }
}
