package dev.plimsoll.jdbc.logical;

import java.sql.CallableStatement;
import java.sql.SQLException;

/** A named parameter's value, or the type of one that comes out, as the application has set it. */
@FunctionalInterface
interface CallBinding {
    void bind(CallableStatement statement) throws SQLException;
}
