package dev.plimsoll.jdbc;

import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.Tally;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Makes the wrappers. */
sealed class Wrappers permits VendorWrappers {

    ProxyConnection connection(Interception interception, Connection delegate) {
        return new WatchedConnection(interception, delegate);
    }

    ProxyStatement statement(ProxyConnection connection, Statement delegate) {
        return new WatchedStatement(connection, delegate);
    }

    ProxyPreparedStatement prepared(ProxyConnection connection, PreparedStatement delegate, SqlFacts facts) {
        return new WatchedPreparedStatement(connection, delegate, facts);
    }

    ProxyCallableStatement callable(ProxyConnection connection, CallableStatement delegate, SqlFacts facts) {
        return new WatchedCallableStatement(connection, delegate, facts);
    }

    ProxyResultSet results(@Nullable ProxyStatement statement, ResultSet delegate, @Nullable Tally tally) {
        return new WatchedResultSet(statement, delegate, tally);
    }

    ProxyResultSet sampledResults(ProxyStatement statement, ResultSet delegate, Tally tally) {
        return new WatchedSampledResultSet(statement, delegate, tally);
    }
}
