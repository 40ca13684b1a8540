package dev.plimsoll.agent.inside.connections;

import dev.plimsoll.agent.inside.weave.ClassShape;
import dev.plimsoll.agent.inside.weave.Point;
import java.security.CodeSource;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.MethodVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Weaves nothing; notices classes that cast connections to a driver's or pool's own class, as in {@code (PgConnection) connection}. No wrapper can
 * be one, so connections of such a class are left alone from then on. Looked at are classes while they are loaded, for drivers and pools that are
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
            "org/firebirdsql/jdbc/FBConnection",
            "com/zaxxer/hikari/pool/ProxyConnection",
            "org/apache/commons/dbcp2/DelegatingConnection",
            "org/apache/tomcat/dbcp/dbcp2/DelegatingConnection",
            "com/alibaba/druid/pool/DruidPooledConnection");

    private final Consumer<String> told;
    /** Who casts, by the class that it casts to. */
    private final Map<String, String> awaited = new ConcurrentHashMap<>();

    private final Set<String> toldOf = ConcurrentHashMap.newKeySet();
    private final ClassValue<Set<String>> casts = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> caller) {
            return ClassShape.read(caller).map(ClassShape::casts).orElse(Set.of());
        }
    };

    /**
     * @param told is told, once for each driver, what a user has to know
     */
    public ConcreteCasts(Consumer<String> told) {
        this.told = told;
    }

    /** Whether somebody casts connections of this one's class, or might be about to cast this one. */
    boolean areAwaited(Connection connection, List<Class<?>> callers) {
        if (callers.isEmpty() && awaited.isEmpty()) {
            return false;
        }
        for (Class<?> type = connection.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            if (isAwaited(type, callers)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAwaited(Class<?> concrete, List<Class<?>> types) {
        String name = concrete.getName().replace('.', '/');
        for (Class<?> caller : awaited.containsKey(name) ? List.<Class<?>>of() : types) {
            if (!isOfTheSameJar(caller, concrete) && casts.get(caller).contains(name)) {
                awaited.putIfAbsent(name, caller.getName());
            }
        }
        String caller = awaited.get(name);
        if (caller != null && toldOf.add(name)) {
            told.accept("connections of " + concrete.getName() + " are not watched, because " + caller
                    + " casts them to that class; let it use unwrap");
        }
        return caller != null;
    }

    private static boolean isOfTheSameJar(Class<?> caller, Class<?> driver) {
        CodeSource ours = caller.getProtectionDomain().getCodeSource();
        CodeSource drivers = driver.getProtectionDomain().getCodeSource();
        return ours != null && drivers != null && Objects.equals(ours.getLocation(), drivers.getLocation());
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
        Set<String> foreign = foreignTo(type.name());
        if (type.mayName(foreign)) {
            for (String cast : type.casts()) {
                if (foreign.contains(cast)) {
                    awaited.putIfAbsent(cast, type.name().replace('/', '.'));
                }
            }
        }
        return false;
    }

    /** All but those of the driver that the class itself is of, whose code need not be read then. */
    private static Set<String> foreignTo(String type) {
        Set<String> foreign = new HashSet<>();
        for (String concrete : KNOWN) {
            if (!isOfTheDriver(type, concrete)) {
                foreign.add(concrete);
            }
        }
        return foreign;
    }

    /** Below the first two names of its package, but for those that share them with everybody. */
    private static boolean isOfTheDriver(String type, String concrete) {
        if (concrete.startsWith("org/apache/")) {
            return type.startsWith(concrete.substring(0, concrete.lastIndexOf('/')));
        }
        int second = concrete.indexOf('/', concrete.indexOf('/') + 1);
        return type.startsWith(concrete.substring(0, second + 1));
    }

    @Override
    public @Nullable MethodVisitor weave(Method method, MethodVisitor target) {
        return null;
    }
}
