package dev.plimsoll.spring;

import java.util.Properties;
import javax.sql.DataSource;
import org.apache.tomcat.jdbc.pool.PoolConfiguration;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;

/** Tomcat's pool. */
record TomcatPool(org.apache.tomcat.jdbc.pool.DataSource pool) implements Pool {

    static boolean is(DataSource dataSource) {
        return dataSource instanceof org.apache.tomcat.jdbc.pool.DataSource;
    }

    static Pool of(DataSource dataSource) {
        return new TomcatPool((org.apache.tomcat.jdbc.pool.DataSource) dataSource);
    }

    @Override
    public String name() {
        return "Tomcat's pool";
    }

    @Override
    public @Nullable String url() {
        return pool.getUrl();
    }

    @Override
    public @Nullable DataSource source() {
        return pool.getDataSource() instanceof DataSource source ? source : null;
    }

    @Override
    public DataSource derived(String name, ReplicaSettings replica) {
        PoolConfiguration settings = pool.getPoolProperties();
        PoolProperties copy = new PoolProperties();
        BeanUtils.copyProperties(settings, copy, PoolConfiguration.class);
        Properties ofDriver = new Properties();
        if (settings.getDbProperties() != null) {
            ofDriver.putAll(settings.getDbProperties());
        }
        copy.setDbProperties(ofDriver);
        copy.setDataSource(null);
        copy.setUrl(replica.url());
        if (replica.username() != null) {
            copy.setUsername(replica.username());
        }
        if (replica.password() != null) {
            copy.setPassword(replica.password());
        }
        copy.setName(name);
        copy.setMaxActive(settings.getMaxActive() + 1);
        copy.setInitialSize(0);
        return new org.apache.tomcat.jdbc.pool.DataSource(copy);
    }
}
