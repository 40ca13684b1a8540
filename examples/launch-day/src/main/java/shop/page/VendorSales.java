package shop.page;

import java.util.List;
import org.hibernate.SessionFactory;
import shop.model.Widget;

/** How many pieces of each of a vendor's widgets were sold. */
final class VendorSales implements Page {
    private static final String VENDOR = "Deptford Chandlers";

    private final SessionFactory sessions;

    VendorSales(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "vendor's sales";
    }

    /** Adds up the sales of one widget after another. */
    @Override
    public String broken() {
        return sessions.fromTransaction(session -> {
            StringBuilder page = new StringBuilder();
            List<Widget> widgets = session.createSelectionQuery(
                            "from Widget w where w.vendor.name = :vendor order by w.name", Widget.class)
                    .setParameter("vendor", VENDOR)
                    .getResultList();
            for (Widget widget : widgets) {
                long sold = session.createSelectionQuery(
                                "select coalesce(sum(l.quantity), 0) from OrderLine l where l.widget = :widget",
                                Long.class)
                        .setParameter("widget", widget)
                        .getSingleResult();
                page.append(row(widget.name(), sold));
            }
            return page.toString();
        });
    }

    /** Lets the database group. */
    @Override
    public String mended() {
        return sessions.fromTransaction(session -> {
            StringBuilder page = new StringBuilder();
            List<Sales> sales = session.createSelectionQuery("""
                            select w.name, coalesce(sum(l.quantity), 0)
                            from Widget w left join OrderLine l on l.widget = w
                            where w.vendor.name = :vendor
                            group by w.id, w.name
                            order by w.name""", Sales.class)
                    .setParameter("vendor", VENDOR)
                    .getResultList();
            for (Sales widget : sales) {
                page.append(row(widget.name(), widget.sold()));
            }
            return page.toString();
        });
    }

    private static String row(String widget, long sold) {
        return widget + ": " + sold + "\n";
    }

    private record Sales(String name, long sold) {}
}
