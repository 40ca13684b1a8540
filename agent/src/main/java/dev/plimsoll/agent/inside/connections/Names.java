package dev.plimsoll.agent.inside.connections;

import java.util.List;
import javax.sql.DataSource;

/** What people call a data source: the name that its pool was given, or else its class. */
final class Names {
    private static final List<String> METHODS = List.of("getPoolName", "getName", "getDataSourceName");

    private Names() {}

    static String of(DataSource dataSource) {
        for (String method : METHODS) {
            try {
                Object name = dataSource.getClass().getMethod(method).invoke(dataSource);
                if (name instanceof String text && !text.isBlank()) {
                    return text;
                }
            } catch (ReflectiveOperationException | RuntimeException e) {
                // not every pool has each, and some have it in a class that is not public
            }
        }
        return dataSource.getClass().getSimpleName();
    }
}
