package shop.page;

import java.util.List;
import org.hibernate.SessionFactory;
import shop.payment.PaymentClient;

/** All pages and jobs, in the order in which launch day met them. */
public final class Pages {
    private Pages() {}

    public static List<Page> of(SessionFactory sessions, PaymentClient payments) {
        return List.of(
                new OrdersPage(sessions),
                new VendorSales(sessions),
                new Search(sessions),
                new Ageing(sessions),
                new Export(sessions),
                new Checkout(sessions),
                new Payment(sessions, payments));
    }
}
