package shop;

import dev.plimsoll.Plimsoll;
import dev.plimsoll.detect.Profile;
import dev.plimsoll.work.UnitOfWork;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import shop.model.Address;
import shop.model.Customer;
import shop.model.Keyword;
import shop.model.Order;
import shop.model.OrderLine;
import shop.model.Vendor;
import shop.model.Widget;
import shop.page.Page;
import shop.page.Pages;
import shop.payment.PaymentClient;
import shop.payment.PaymentProvider;

/** The shop, put together: database, pool, Plimsoll, mapper, payment provider. Lives until it is closed. */
final class Shop implements AutoCloseable {
    /** Longer than the second from which on a transaction that does nothing is worth a finding. */
    private static final Duration PAYMENT_TAKES = Duration.ofMillis(1_600);

    private final Database database;
    private final DataSource watched;
    private final SessionFactory sessions;
    private final PaymentProvider provider;

    private Shop(Database database, DataSource watched, SessionFactory sessions, PaymentProvider provider) {
        this.database = database;
        this.watched = watched;
        this.sessions = sessions;
        this.provider = provider;
    }

    /** Opens a shop that has some thousand orders in its books; how they came there is nobody's business. */
    static Shop open(Database.Kind kind, Path findingsFile, Observer observer) throws IOException {
        Database database = Database.start(kind);
        DataSource watched = watched(database, findingsFile, observer);
        SessionFactory sessions = sessions(watched);
        UnitOfWork.silently(() -> {
            sessions.getSchemaManager().create(false);
            sessions.inStatelessTransaction(Books::fill);
        });
        return new Shop(database, watched, sessions, PaymentProvider.start(PAYMENT_TAKES));
    }

    /** Everything about Plimsoll that a shop has to know: it goes between the pool and whatever uses the pool. */
    private static DataSource watched(Database database, Path findingsFile, Observer observer) {
        return Plimsoll.builder(database.pool())
                .profile(Profile.DEV)
                .option("plimsoll.report.json", findingsFile.toString())
                .detector(observer)
                .reporter(observer)
                .wrap();
    }

    private static SessionFactory sessions(DataSource dataSource) {
        return new HibernatePersistenceConfiguration("shop")
                .managedClasses(
                        Address.class,
                        Customer.class,
                        Keyword.class,
                        Order.class,
                        OrderLine.class,
                        Vendor.class,
                        Widget.class)
                .property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource)
                .createEntityManagerFactory();
    }

    List<Page> pages() {
        return Pages.of(sessions, new PaymentClient(provider.address()));
    }

    /** Connections that were taken from the pool and not given back. */
    int connectionsInUse() {
        return database.pool().getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public void close() throws IOException {
        provider.close();
        sessions.close();
        ((Closeable) watched).close(); // as closeable as the pool, and closes it: the last findings are told now
        database.close();
    }
}
