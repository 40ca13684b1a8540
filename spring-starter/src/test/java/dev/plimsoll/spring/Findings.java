package dev.plimsoll.spring;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.report.Reporter;
import dev.plimsoll.work.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Remembers what is found, and gives something to find. */
final class Findings implements Reporter {
    final List<Finding> all = new CopyOnWriteArrayList<>();

    @Override
    public void report(Finding finding) {
        all.add(finding);
    }

    List<String> kinds() {
        return all.stream().map(Finding::kind).distinct().toList();
    }

    /** Asks the same ten times in one unit of work. */
    @SuppressWarnings("try") // the unit is there to be closed
    static void repeat(DataSource dataSource, String unit) throws SQLException {
        try (UnitOfWork work = UnitOfWork.begin(unit)) {
            askRepeatedly(dataSource);
        }
    }

    static void askRepeatedly(DataSource dataSource) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            for (int i = 0; i < 10; i++) {
                ask(connection);
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    static void ask(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            ask(connection);
        }
    }

    private static void ask(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select table_name from information_schema.tables where table_name = ?")) {
            statement.setString(1, "ORDERS");
            statement.executeQuery().close();
        }
    }
}
