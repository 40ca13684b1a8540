package dev.plimsoll.postgres;

import dev.plimsoll.sql.BuiltIns;
import dev.plimsoll.sql.Catalog;
import dev.plimsoll.sql.CatalogBuilder;
import dev.plimsoll.sql.Relation;
import dev.plimsoll.sql.Routine;
import dev.plimsoll.sql.Routine.Volatility;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalog of one database, as any role may. A handful of queries, some tens of milliseconds; in the transaction that the
 * connection is in, which is neither begun nor ended here. What is made or dropped meanwhile counts as unknown.
 */
public final class CatalogReader {
    /** Languages whose functions either show what they call or are written by those who may do anything. */
    private static final Set<String> CHECKED = Set.of("sql", "plpgsql", "c", "internal");

    private final Statement statement;
    private final CatalogBuilder builder;

    private CatalogReader(Statement statement, CatalogBuilder builder) {
        this.statement = statement;
        this.builder = builder;
    }

    public static Catalog read(Connection connection) throws SQLException {
        boolean parsedBodies = connection.getMetaData().getDatabaseMajorVersion() >= 14;
        try (Statement statement = connection.createStatement()) {
            CatalogReader reader = new CatalogReader(statement, new CatalogBuilder(builtIns(statement)));
            reader.each(CatalogQueries.routines(parsedBodies), CatalogReader::routine);
            reader.each(CatalogQueries.RELATIONS, CatalogReader::relation);
            reader.each(CatalogQueries.OPERATORS, (to, row) -> to.operator(row.getString(1), row.getLong(2)));
            reader.each(CatalogQueries.DOMAINS, CatalogReader::domain);
            reader.each(
                    CatalogQueries.CASTS, (to, row) -> to.cast(row.getString(1), row.getLong(2), row.getBoolean(3)));
            return reader.builder.build();
        }
    }

    private static BuiltIns builtIns(Statement statement) throws SQLException {
        BuiltIns builtIns = new BuiltIns();
        try (ResultSet rows = statement.executeQuery(CatalogQueries.BUILT_IN_FUNCTIONS)) {
            while (rows.next()) {
                builtIns.function(rows.getLong(1), rows.getString(2), declared(rows.getString(3)));
            }
        }
        try (ResultSet rows = statement.executeQuery(CatalogQueries.BUILT_IN_VIEWS)) {
            while (rows.next()) {
                builtIns.view(rows.getLong(1), rows.getString(2));
            }
        }
        return builtIns;
    }

    private void each(String query, RowReader reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(builder, rows);
            }
        }
    }

    private static void routine(CatalogBuilder to, ResultSet row) throws SQLException {
        String language = row.getString("lanname");
        to.add(new Routine(
                row.getLong("oid"),
                row.getString("nspname"),
                row.getString("proname"),
                row.getBoolean("sets") ? Volatility.VOLATILE : volatility(row.getString("provolatile"), language),
                language.equals("c"),
                row.getBoolean("field"),
                row.getString("body"),
                References.parse(row.getString("uses"))));
    }

    /** A function that runs queries in a language that nobody reads here may run any. */
    private static Volatility volatility(@Nullable String declared, String language) {
        Volatility volatility = declared(declared);
        return volatility == Volatility.STABLE && !CHECKED.contains(language) ? Volatility.VOLATILE : volatility;
    }

    private static Volatility declared(@Nullable String letter) {
        if ("i".equals(letter)) {
            return Volatility.IMMUTABLE;
        }
        return "s".equals(letter) ? Volatility.STABLE : Volatility.VOLATILE;
    }

    private static void relation(CatalogBuilder to, ResultSet row) throws SQLException {
        to.add(new Relation(
                row.getLong("oid"),
                row.getString("nspname"),
                row.getString("relname"),
                row.getBoolean("replicated"),
                References.parse(row.getString("uses"))));
    }

    private static void domain(CatalogBuilder to, ResultSet row) throws SQLException {
        to.domain(row.getLong(1), row.getString(2), References.parse(row.getString(3)));
    }

    private interface RowReader {
        void read(CatalogBuilder to, ResultSet row) throws SQLException;
    }
}
