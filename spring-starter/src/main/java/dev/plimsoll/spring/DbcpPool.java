package dev.plimsoll.spring;

import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;

/** Commons DBCP2. */
record DbcpPool(BasicDataSource pool) implements Pool {
    /** What would start the pool if it were asked, what it does not support, and what is the primary's alone. */
    private static final String[] NOT_COPIED = {"logWriter", "loginTimeout", "jmxName", "url"};

    static boolean is(DataSource dataSource) {
        return dataSource instanceof BasicDataSource;
    }

    static Pool of(DataSource dataSource) {
        return new DbcpPool((BasicDataSource) dataSource);
    }

    @Override
    public String name() {
        return "DBCP2";
    }

    @Override
    public @Nullable String url() {
        return pool.getUrl();
    }

    @Override
    public @Nullable DataSource source() {
        return null;
    }

    @Override
    public DataSource derived(String name, ReplicaSettings replica) {
        BasicDataSource derived = new BasicDataSource();
        BeanUtils.copyProperties(pool, derived, NOT_COPIED);
        derived.setUrl(replica.url());
        if (replica.username() != null) {
            derived.setUsername(replica.username());
        }
        if (replica.password() != null) {
            derived.setPassword(replica.password());
        }
        derived.setMaxTotal(pool.getMaxTotal() < 0 ? -1 : pool.getMaxTotal() + 1);
        derived.setInitialSize(0);
        return derived;
    }
}
