package dev.plimsoll.jdbc;

import dev.plimsoll.sql.SqlFacts;
import dev.plimsoll.work.Guard;
import dev.plimsoll.work.Tally;
import java.lang.invoke.MethodHandle;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Makes wrappers that can be cast to the interfaces of the driver's own class, such as {@code PGConnection}. What is ours stays
 * intercepted; the rest goes to the driver.
 */
final class VendorWrappers extends Wrappers {
    private final VendorClasses connections;
    private final VendorClasses statements;
    private final VendorClasses preparedStatements;
    private final VendorClasses callableStatements;
    private final VendorClasses results;
    private final VendorClasses sampledResults;

    private VendorWrappers(Guard guard) {
        connections = new VendorClasses(
                WatchedConnection.class, ProxyConnection.class, guard, Interception.class, Connection.class);
        statements = new VendorClasses(
                WatchedStatement.class, ProxyStatement.class, guard, ProxyConnection.class, Statement.class);
        preparedStatements = new VendorClasses(
                WatchedPreparedStatement.class,
                ProxyPreparedStatement.class,
                guard,
                ProxyConnection.class,
                PreparedStatement.class,
                SqlFacts.class);
        callableStatements = new VendorClasses(
                WatchedCallableStatement.class,
                ProxyCallableStatement.class,
                guard,
                ProxyConnection.class,
                CallableStatement.class,
                SqlFacts.class);
        results = new VendorClasses(
                WatchedResultSet.class,
                ProxyResultSet.class,
                guard,
                ProxyStatement.class,
                ResultSet.class,
                Tally.class);
        sampledResults = new VendorClasses(
                WatchedSampledResultSet.class,
                ProxyResultSet.class,
                guard,
                ProxyStatement.class,
                ResultSet.class,
                Tally.class);
    }

    static VendorWrappers create(Guard guard) {
        try {
            VendorClassWriter.requireByteBuddy();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "plimsoll.vendor-interfaces=true needs net.bytebuddy:byte-buddy on the class path; add it, or set the"
                            + " option to false",
                    e);
        }
        return new VendorWrappers(guard);
    }

    @Override
    ProxyConnection connection(Interception interception, Connection delegate) {
        MethodHandle constructor = connections.constructor(delegate.getClass());
        if (constructor == null) {
            return super.connection(interception, delegate);
        }
        try {
            return (ProxyConnection) constructor.invokeExact(interception, delegate);
        } catch (Throwable failure) { // what method handles declare; ours, so not the application's
            connections.failed(failure);
            return super.connection(interception, delegate);
        }
    }

    @Override
    ProxyStatement statement(ProxyConnection connection, Statement delegate) {
        MethodHandle constructor = statements.constructor(delegate.getClass());
        if (constructor == null) {
            return super.statement(connection, delegate);
        }
        try {
            return (ProxyStatement) constructor.invokeExact(connection, delegate);
        } catch (Throwable failure) { // what method handles declare; ours, so not the application's
            statements.failed(failure);
            return super.statement(connection, delegate);
        }
    }

    @Override
    ProxyPreparedStatement prepared(ProxyConnection connection, PreparedStatement delegate, SqlFacts facts) {
        MethodHandle constructor = preparedStatements.constructor(delegate.getClass());
        if (constructor == null) {
            return super.prepared(connection, delegate, facts);
        }
        try {
            return (ProxyPreparedStatement) constructor.invokeExact(connection, delegate, facts);
        } catch (Throwable failure) { // what method handles declare; ours, so not the application's
            preparedStatements.failed(failure);
            return super.prepared(connection, delegate, facts);
        }
    }

    @Override
    ProxyCallableStatement callable(ProxyConnection connection, CallableStatement delegate, SqlFacts facts) {
        MethodHandle constructor = callableStatements.constructor(delegate.getClass());
        if (constructor == null) {
            return super.callable(connection, delegate, facts);
        }
        try {
            return (ProxyCallableStatement) constructor.invokeExact(connection, delegate, facts);
        } catch (Throwable failure) { // what method handles declare; ours, so not the application's
            callableStatements.failed(failure);
            return super.callable(connection, delegate, facts);
        }
    }

    @Override
    ProxyResultSet results(@Nullable ProxyStatement statement, ResultSet delegate, @Nullable Tally tally) {
        MethodHandle constructor = results.constructor(delegate.getClass());
        if (constructor == null) {
            return super.results(statement, delegate, tally);
        }
        try {
            return (ProxyResultSet) constructor.invokeExact(statement, delegate, tally);
        } catch (Throwable failure) { // what method handles declare; ours, so not the application's
            results.failed(failure);
            return super.results(statement, delegate, tally);
        }
    }

    @Override
    ProxyResultSet sampledResults(ProxyStatement statement, ResultSet delegate, Tally tally) {
        MethodHandle constructor = sampledResults.constructor(delegate.getClass());
        if (constructor == null) {
            return super.sampledResults(statement, delegate, tally);
        }
        try {
            return (ProxyResultSet) constructor.invokeExact(statement, delegate, tally);
        } catch (Throwable failure) { // what method handles declare; ours, so not the application's
            sampledResults.failed(failure);
            return super.sampledResults(statement, delegate, tally);
        }
    }
}
