package shop;

import java.io.IOException;
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

/**
 * The shop, put together: mapper, pages, payment provider, over a data source that somebody else closes. It knows nothing of Plimsoll.
 * Lives until it is closed.
 */
final class Shop implements AutoCloseable {
    /** Longer than the second from which on a transaction that does nothing is worth a finding. */
    private static final Duration PAYMENT_TAKES = Duration.ofMillis(1_600);

    private final SessionFactory sessions;
    private final PaymentProvider provider;

    private Shop(SessionFactory sessions, PaymentProvider provider) {
        this.sessions = sessions;
        this.provider = provider;
    }

    /** Opens a shop whose books are empty: its database has no tables yet. */
    static Shop open(DataSource dataSource) throws IOException {
        return new Shop(sessions(dataSource), PaymentProvider.start(PAYMENT_TAKES));
    }

    /** Makes the tables, and writes some thousand orders into them. */
    void fillBooks() {
        sessions.getSchemaManager().create(false);
        sessions.inStatelessTransaction(Books::fill);
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

    @Override
    public void close() {
        provider.close();
        sessions.close();
    }
}
