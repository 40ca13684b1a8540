package dev.plimsoll.jdbc.logical;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the driver's statement in the way that the application has asked for. */
@FunctionalInterface
interface StatementSource {
    Statement make(Connection handle) throws SQLException;
}
