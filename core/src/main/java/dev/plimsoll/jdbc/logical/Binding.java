package dev.plimsoll.jdbc.logical;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A parameter's value as the application has set it, to be set on a statement of the driver's. */
@FunctionalInterface
interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
}
