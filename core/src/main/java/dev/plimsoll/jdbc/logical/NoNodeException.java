package dev.plimsoll.jdbc.logical;

import java.sql.SQLTransientConnectionException;

/** No node may serve a unit just now; another attempt may find one. */
public final class NoNodeException extends SQLTransientConnectionException {
    private static final long serialVersionUID = 1;

    NoNodeException(String why) {
        super(why, "08001");
    }
}
