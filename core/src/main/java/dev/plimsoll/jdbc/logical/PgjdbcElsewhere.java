package dev.plimsoll.jdbc.logical;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As {@link Pgjdbc}, where the driver's classes are only in the application's class loader. */
final class PgjdbcElsewhere implements Driver {
    /** Of connections' classes, with which they go; the JDK's types only, so that our own loader may go before. */
    private static final ClassValue<List<MethodHandle>> METHODS = new ClassValue<>() {
        @Override
        protected List<MethodHandle> computeValue(Class<?> type) {
            return methods(type);
        }
    };

    private final Connection connection;
    private final MethodHandle parameterStatus;
    private final MethodHandle transactionState;

    private PgjdbcElsewhere(Connection connection, List<MethodHandle> methods) {
        this.connection = connection;
        this.parameterStatus = methods.get(0);
        this.transactionState = methods.get(1);
    }

    static @Nullable Driver of(Connection raw) {
        List<MethodHandle> methods = METHODS.get(raw.getClass());
        return methods.isEmpty() ? null : new PgjdbcElsewhere(raw, methods);
    }

    private static List<MethodHandle> methods(Class<?> type) {
        try {
            Class<?> known = Class.forName("org.postgresql.core.BaseConnection", false, type.getClassLoader());
            Class<?> state = Class.forName("org.postgresql.core.TransactionState", false, type.getClassLoader());
            if (!known.isAssignableFrom(type)) {
                return List.of();
            }
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            return List.of(
                    lookup.findVirtual(known, "getParameterStatus", MethodType.methodType(String.class, String.class))
                            .asType(MethodType.methodType(String.class, Connection.class, String.class)),
                    lookup.findVirtual(known, "getTransactionState", MethodType.methodType(state))
                            .asType(MethodType.methodType(Object.class, Connection.class)));
        } catch (ReflectiveOperationException | LinkageError e) {
            return List.of(); // another driver, or a version that has not both
        }
    }

    @Override
    public Object connection() {
        return connection;
    }

    @Override
    public boolean isPostgres() {
        return true;
    }

    @Override
    public @Nullable Boolean inRecovery() {
        try {
            String reported = (String) parameterStatus.invokeExact(connection, "in_hot_standby");
            return reported == null ? null : reported.equals("on");
        } catch (Throwable e) {
            return null; // then the server is asked
        }
    }

    @Override
    public TransactionStatus transaction() {
        try {
            return switch (String.valueOf((Object) transactionState.invokeExact(connection))) {
                case "IDLE" -> TransactionStatus.NONE;
                case "OPEN" -> TransactionStatus.OPEN;
                case "FAILED" -> TransactionStatus.FAILED;
                default -> TransactionStatus.UNKNOWN;
            };
        } catch (Throwable e) {
            return TransactionStatus.UNKNOWN;
        }
    }
}
