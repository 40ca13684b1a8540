package dev.plimsoll.agent.inside.replicas;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How a connection was opened: by which driver, with which URL and properties. They hold passwords, so that none of it is ever shown. */
final class Opening {
    private static final String WANTED_SERVER = "targetServerType";
    private static final Pattern WANTED_SERVER_IN_URL = Pattern.compile("(?<=[?&])" + WANTED_SERVER + "=[^&]*&?");

    private final WeakReference<Driver> driver;
    private final String url;
    private final Properties properties;

    Opening(Driver driver, String url, @Nullable Properties properties) {
        this.driver = new WeakReference<>(driver);
        this.url = url;
        this.properties = copy(properties);
    }

    private static Properties copy(@Nullable Properties properties) {
        Properties copy = new Properties();
        if (properties != null) {
            properties.stringPropertyNames().forEach(name -> copy.setProperty(name, properties.getProperty(name)));
            copy.putAll(properties);
        }
        return copy;
    }

    String url() {
        return url;
    }

    String user() {
        return properties.getProperty("user", "");
    }

    /** Opens connections in the same way to another URL. If that is a replica's, it is not to insist on a primary. */
    DataSource to(String other) {
        boolean isSame = other.equals(url);
        String target = isSame ? other : WANTED_SERVER_IN_URL.matcher(other).replaceAll("");
        Properties given = copy(properties);
        if (!isSame) {
            given.remove(WANTED_SERVER);
        }
        return new TakenConnections() {
            @Override
            Connection take() throws SQLException {
                Driver present = driver.get();
                Connection connection = present == null ? null : present.connect(target, copy(given));
                if (connection == null) {
                    throw new SQLException("the application's driver is gone");
                }
                return connection;
            }

            @Override
            public String toString() {
                return "the application's driver";
            }
        };
    }
}
