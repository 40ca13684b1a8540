package dev.plimsoll.agent.inside.connections;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.plimsoll.agent.inside.weave.ClassShape;
import dev.plimsoll.agent.inside.weave.Point;
import java.security.CodeSource;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.MethodVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Weaves nothing; notices classes that cast connections to a driver's own class, as in {@code (PgConnection) connection}. No wrapper can
 * be one, so connections of such a class are left alone from then on. Looked at are classes while they are loaded, for drivers that are
 * known, and the callers of whoever opens a connection, for all. Safe for use by many threads.
 */
public final class ConcreteCasts implements Point {
    private static final Set<String> KNOWN = Set.of(
            "org/postgresql/jdbc/PgConnection",
            "org/h2/jdbc/JdbcConnection",
            "com/mysql/cj/jdbc/ConnectionImpl",
            "org/mariadb/jdbc/Connection",
            "org/mariadb/jdbc/MariaDbConnection",
            "oracle/jdbc/driver/OracleConnection",
            "com/microsoft/sqlserver/jdbc/SQLServerConnection",
            "org/hsqldb/jdbc/JDBCConnection",
            "org/apache/derby/impl/jdbc/EmbedConnection",
            "org/sqlite/SQLiteConnection",
            "org/sqlite/jdbc4/JDBC4Connection",
            "org/duckdb/DuckDBConnection",
            "org/firebirdsql/jdbc/FBConnection");

    private final Consumer<String> told;
    private final Set<String> awaited = ConcurrentHashMap.newKeySet();
    private final Cache<Class<?>, Set<String>> callers =
            Caffeine.newBuilder().weakKeys().build();

    /**
     * @param told is told, once for each driver, what a user has to know
     */
    public ConcreteCasts(Consumer<String> told) {
        this.told = told;
    }

    /** Whether somebody casts connections of this one's class, or might be about to cast this one. */
    boolean areAwaited(Connection connection, List<Class<?>> callers) {
        for (Class<?> type = connection.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            if (isAwaited(type, callers)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAwaited(Class<?> concrete, List<Class<?>> types) {
        String name = concrete.getName().replace('.', '/');
        if (awaited.contains(name)) {
            return true;
        }
        for (Class<?> caller : types) {
            if (!isOfTheSameJar(caller, concrete)
                    && callers.get(caller, ConcreteCasts::castsIn).contains(name)) {
                await(name, caller.getName());
                return true;
            }
        }
        return false;
    }

    private static Set<String> castsIn(Class<?> caller) {
        return ClassShape.read(caller).map(ClassShape::casts).orElse(Set.of());
    }

    private static boolean isOfTheSameJar(Class<?> caller, Class<?> driver) {
        CodeSource ours = caller.getProtectionDomain().getCodeSource();
        CodeSource drivers = driver.getProtectionDomain().getCodeSource();
        return ours != null && drivers != null && Objects.equals(ours.getLocation(), drivers.getLocation());
    }

    private void await(String concrete, String caller) {
        if (awaited.add(concrete)) {
            told.accept("connections of " + concrete.replace('/', '.')
                    + " that no pool has opened are not watched, because " + caller
                    + " casts them to that class; let it use unwrap");
        }
    }

    @Override
    public String name() {
        return "casts to a driver's own connection";
    }

    @Override
    public Set<String> hints() {
        return KNOWN;
    }

    @Override
    public boolean isIn(ClassShape type) {
        for (String cast : type.casts()) {
            if (KNOWN.contains(cast) && !isOfTheDriver(type.name(), cast)) {
                await(cast, type.name().replace('/', '.'));
            }
        }
        return false;
    }

    /** Below the first two names of the driver's package. */
    private static boolean isOfTheDriver(String type, String concrete) {
        int second = concrete.indexOf('/', concrete.indexOf('/') + 1);
        return type.startsWith(concrete.substring(0, second + 1));
    }

    @Override
    public @Nullable MethodVisitor weave(Method method, MethodVisitor target) {
        return null;
    }
}
