package dev.plimsoll.agent.programs;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.util.Arrays;
import javax.sql.DataSource;

/** Has its driver in a class loader that asks the bootstrap class path for the JDK's packages only, as module systems do. */
public final class SealedLoader {
    private SealedLoader() {}

    public static void main(String... arguments) throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(SealedLoader::url)
                .toArray(URL[]::new);
        try (Loader loader = new Loader(classPath)) {
            Class<?> type = loader.loadClass("org.h2.jdbcx.JdbcDataSource");
            DataSource dataSource = (DataSource) type.getDeclaredConstructor().newInstance();
            type.getMethod("setURL", String.class).invoke(dataSource, "jdbc:h2:mem:sealed");
            try (Connection connection = dataSource.getConnection()) {
                System.out.println(connection.getClass().getName());
            }
        }
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Loader extends URLClassLoader {
        Loader(URL... urls) {
            super(urls, ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("dev.plimsoll.agent.bridge.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
