package dev.plimsoll.sql;

import java.util.Locale;

/** The lexical rules of a database product: comments, quotes, operators and parameters. */
public enum Dialect {
    POSTGRESQL,
    H2,
    MYSQL,
    ORACLE,
    SQL_SERVER,
    /** Standard SQL, for every product that is not known. */
    GENERIC;

    /** The dialect of a JDBC URL (MariaDB counts as MySQL); {@link #GENERIC} if none is known. */
    public static Dialect ofUrl(String url) {
        String[] parts = url.toLowerCase(Locale.ROOT).split(":", 3);
        if (parts.length < 3 || !parts[0].equals("jdbc")) {
            return GENERIC;
        }
        return ofSubprotocol(parts[1]);
    }

    private static Dialect ofSubprotocol(String subprotocol) {
        return switch (subprotocol) {
            case "postgresql", "pgsql" -> POSTGRESQL;
            case "h2" -> H2;
            case "mysql", "mariadb" -> MYSQL;
            case "oracle" -> ORACLE;
            case "sqlserver", "jtds" -> SQL_SERVER;
            default -> GENERIC;
        };
    }
}
