package dev.plimsoll.spring;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** HikariCP. Only asked for its settings: its configuration is sealed by the first connection. */
record HikariPool(HikariDataSource pool) implements Pool {

    static boolean is(DataSource dataSource) {
        return dataSource instanceof HikariDataSource;
    }

    static Pool of(DataSource dataSource) {
        return new HikariPool((HikariDataSource) dataSource);
    }

    @Override
    public String name() {
        return "HikariCP";
    }

    @Override
    public @Nullable String url() {
        return pool.getJdbcUrl();
    }

    @Override
    public @Nullable DataSource source() {
        return pool.getDataSource();
    }

    @Override
    public DataSource derived(String name, ReplicaSettings replica) {
        HikariDataSource derived = new HikariDataSource();
        pool.copyStateTo(derived);
        derived.setDataSource(null);
        derived.setDataSourceClassName(null);
        derived.setJdbcUrl(replica.url());
        if (replica.username() != null) {
            derived.setUsername(replica.username());
        }
        if (replica.password() != null) {
            derived.setPassword(replica.password());
        }
        derived.setPoolName(name);
        derived.setMaximumPoolSize(Math.max(1, pool.getMaximumPoolSize()) + 1);
        derived.setInitializationFailTimeout(-1); // a node may be down
        return derived;
    }
}
