package shop.page;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.hibernate.SessionFactory;
import shop.model.Order;

/** All orders, as a file for the accountants. */
final class Export implements Page {
    private static final int FETCH_SIZE = 500;

    private final SessionFactory sessions;

    Export(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "export of orders";
    }

    /** Holds the whole table in memory, and then some: as rows, as objects, and as what the session knows of them. */
    @Override
    public String broken() {
        return sessions.fromTransaction(session -> write(
                session.createSelectionQuery("from Order o order by o.id", Order.class).getResultList().stream()));
    }

    /** Holds some hundred rows at a time: a cursor, and a session that does not keep what it has read. */
    @Override
    public String mended() {
        return sessions.fromStatelessTransaction(session -> {
            try (Stream<Order> orders = session.createSelectionQuery("from Order o order by o.id", Order.class)
                    .setFetchSize(FETCH_SIZE)
                    .getResultStream()) {
                return write(orders);
            }
        });
    }

    private static String write(Stream<Order> orders) {
        CheckedOutputStream file = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        try (PrintWriter lines = new PrintWriter(file, false, StandardCharsets.UTF_8)) {
            orders.forEach(order -> lines.printf(
                    "%d;%s;%s;%d;%d%n", order.id(), order.placedAt(), order.state(), order.ageInDays(), order.cents()));
        }
        return "a file with the checksum " + Long.toHexString(file.getChecksum().getValue());
    }
}
