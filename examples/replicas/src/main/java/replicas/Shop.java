package replicas;

import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the shop's web server does, in plain JDBC. Whether a request reads or writes is all that it says about replicas. */
record Shop(Access access, Tally tally) {
    private static final int WIDGETS = 500;
    private static final int PAGE = 20;

    /** The tables, with a catalogue and no orders. */
    static final String[] TABLES = {
        "create table widget (id int primary key, name text not null, cents int not null)",
        "insert into widget select n, 'Widget ' || n, 250 + 7 * n from generate_series(0, " + (WIDGETS - 1) + ") n",
        "create table orders (customer int, number int, widget int not null, placed timestamptz not null default now(),"
                + " primary key (customer, number))"
    };

    /** Each request is a unit of work of its customer's session: that is how Plimsoll knows whose writes a read must show. */
    @SuppressWarnings("try") // that it ends is all that the unit is for
    void serve(Customer customer) {
        Customer.Request request = customer.next();
        try (var unit = UnitOfWork.begin(request.path(), "session of customer " + customer.number())) {
            switch (request) {
                case ORDER -> order(customer);
                case ORDERS -> orders(customer);
                case WIDGETS -> widgets(customer);
            }
        }
    }

    private void order(Customer customer) {
        int order = customer.newOrder();
        try (Connection connection = access.toWrite(customer)) {
            connection.setAutoCommit(false);
            insert(connection, customer, order);
            connection.commit();
            customer.ordered(order);
            tally.wrote();
        } catch (SQLException e) {
            tally.writeFailed(e);
        }
    }

    private static void insert(Connection connection, Customer customer, int order) throws SQLException {
        String sql = "insert into orders (customer, number, widget) values (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setInt(1, customer.number());
            insert.setInt(2, order);
            insert.setInt(3, customer.widget(WIDGETS));
            insert.executeUpdate();
        }
    }

    /** One statement in autocommit. */
    private void orders(Customer customer) {
        try (Connection connection = access.toRead(customer)) {
            List<Integer> orders = orders(connection, customer);
            tally.read(access.servedBy(connection));
            if (customer.lastOrder() > 0 && !orders.contains(customer.lastOrder())) {
                tally.missed();
            }
        } catch (SQLException e) {
            tally.readFailed(e);
        }
    }

    private static List<Integer> orders(Connection connection, Customer customer) throws SQLException {
        String sql = "select number, widget, placed from orders where customer = ? order by number desc limit " + PAGE;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, customer.number());
            List<Integer> orders = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    orders.add(rows.getInt("number"));
                }
            }
            return orders;
        }
    }

    /** A transaction that is declared to read only, as {@code @Transactional(readOnly = true)} would. */
    private void widgets(Customer customer) {
        boolean shown = false;
        try (Connection connection = access.toRead(customer)) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            page(connection, customer.widget(WIDGETS));
            shown = true;
            tally.read(access.servedBy(connection));
            connection.commit();
        } catch (SQLException e) {
            if (shown) {
                tally.cutOff();
            } else {
                tally.readFailed(e);
            }
        }
    }

    private static void page(Connection connection, int first) throws SQLException {
        String sql = "select id, name, cents from widget where id >= ? order by id limit " + PAGE;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, first);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    rows.getString("name");
                }
            }
        }
    }
}
