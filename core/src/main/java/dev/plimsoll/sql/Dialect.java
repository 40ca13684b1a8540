package dev.plimsoll.sql;

import java.util.Locale;

/** A database product, as far as its SQL differs: comments, quotes, operators, parameters, and what DDL does to a transaction. */
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

    /** Whether defining data commits the open transaction, as the manuals of H2, MySQL and Oracle say; temporary tables do not. */
    public boolean commitsAtDefinition() {
        return this == H2 || this == MYSQL || this == ORACLE;
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
