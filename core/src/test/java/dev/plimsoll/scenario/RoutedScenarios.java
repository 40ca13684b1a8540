package dev.plimsoll.scenario;

import static dev.plimsoll.finding.Severity.INFO;

import dev.plimsoll.route.ReadHint;
import dev.plimsoll.route.ReadLevel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A primary and a replica: reads that the primary need not have had. */
final class RoutedScenarios extends Scenarios {
    private static final int REQUESTS = 1_100;

    private TwoNodes route(boolean autocommitReads) throws SQLException {
        TwoNodes nodes = stage.routed(database, autocommitReads);
        connection.close();
        connection = nodes.dataSource().getConnection();
        return nodes;
    }

    /** Takes 300 ms, and hardly any time to fetch. */
    private void report() throws SQLException {
        ids(bind("select takes(300), state from orders where id = ?", 8001).executeQuery());
    }

    private void pay(long order) throws SQLException {
        bind("update orders set state = 'paid' where id = ?", order).executeUpdate();
    }

    // T6
    @Scenario(id = "R01", story = "a report in a transaction that nobody declared read-only")
    @Owes(
            value = "read-on-primary",
            count = 1,
            mentions = {"`orders`", "RoutedScenarios", "@Transactional(readOnly = true)"})
    void anUndeclaredReport() throws Exception {
        route(true);
        transaction(this::report);
    }

    @Scenario(id = "R02", story = "a report in a transaction that was declared read-only")
    void aDeclaredReport() throws Exception {
        route(true);
        connection.setReadOnly(true);
        transaction(this::report);
    }

    @Scenario(id = "R03", story = "a report in autocommit, which is routed")
    void aReportInAutocommit() throws Exception {
        route(true);
        report();
    }

    @Scenario(id = "R04", story = "a report in autocommit, which is not routed")
    @Owes(
            value = "read-on-primary",
            mentions = {"plimsoll.autocommit-reads=true", "RoutedScenarios"})
    void aReportInAutocommitThatIsNotRouted() throws Exception {
        route(false);
        report();
    }

    @Scenario(id = "R05", story = "a report whose transaction notes in the end that it was made")
    void aReportThatIsNoted() throws Exception {
        route(true);
        transaction(() -> {
            report();
            pay(8001);
        });
    }

    @Scenario(id = "R06", story = "a report that locks the rows it reads")
    void aReportThatLocks() throws Exception {
        route(true);
        transaction(() -> ids(bind("select takes(300), state from orders where id = ? for update", 8001)
                .executeQuery()));
    }

    @Scenario(id = "R07", story = "a report right after a write of the same request")
    void aReportAfterAWrite() throws Exception {
        route(true);
        transaction(() -> pay(8001));
        transaction(this::report);
    }

    @Scenario(id = "R08", story = "a quick read in a transaction that nobody declared")
    void aQuickRead() throws Exception {
        route(true);
        transaction(() ->
                ids(bind("select id, state from orders where id = ?", 8001).executeQuery()));
    }

    @Scenario(id = "R09", story = "a report in a block that asks for the primary")
    @SuppressWarnings("try") // the hint is there to be closed
    void aReportThatWantsThePrimary() throws Exception {
        route(true);
        try (ReadHint hint = ReadHint.begin(ReadLevel.PRIMARY)) {
            transaction(this::report);
        }
    }

    @Scenario(id = "R10", story = "an undeclared report while the only replica is down")
    void aReportWithoutAReplica() throws Exception {
        route(true).loseTheReplica();
        transaction(this::report);
    }

    @Scenario(id = "R11", story = "a transaction that leaves what it read on a function of its own to write")
    void aFunctionThatMayWrite() throws Exception {
        route(true);
        transaction(() -> {
            report();
            ids(bind("select nextval('post_sequence')").executeQuery());
        });
    }

    private interface Request {
        void handle(int number) throws Exception;
    }

    private void requests(Request request) throws Exception {
        connection.setAutoCommit(false);
        for (int i = 0; i < REQUESTS; i++) {
            int number = i;
            unit("request", () -> {
                request.handle(number);
                connection.commit();
            });
        }
        connection.setAutoCommit(true);
    }

    private static void look(Connection connection, long order) throws SQLException {
        try (PreparedStatement query = bind(connection, "select state from orders where id = ?", order);
                ResultSet state = query.executeQuery()) {
            state.next();
        }
    }

    // T6, T7
    @Scenario(id = "R12", story = "a thousand requests that only read, none declared", oneUnit = false)
    @Owes(
            value = "replicas-unused",
            severity = INFO,
            mentions = {"(0 %)", "(100 %)", "setReadOnly(true)"})
    void nobodyDeclares() throws Exception {
        route(true);
        requests(number -> look(connection, 8001));
    }

    @Scenario(id = "R13", story = "a thousand requests that only read, every other one declared", oneUnit = false)
    void halfAreDeclared() throws Exception {
        route(true);
        requests(number -> {
            connection.setReadOnly(number % 2 == 0);
            look(connection, 8001);
        });
    }

    @Scenario(id = "R14", story = "a thousand requests, most of which write", oneUnit = false)
    void mostWrite() throws Exception {
        route(true);
        requests(number -> {
            look(connection, 8001);
            if (number % 3 > 0) {
                pay(8001);
            }
        });
    }
}
