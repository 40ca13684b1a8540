package dev.plimsoll.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What only PostgreSQL can hand out. */
interface PostgresOwnObjectsContract extends OwnObjectsContract {

    @Test
    @DisplayName("T2: a cursor that a call returns leads back to the connection")
    default void cursorsLeadBack() throws SQLException {
        database()
                .execute("create or replace function items() returns refcursor language plpgsql as"
                        + " 'declare c refcursor; begin open c for select id from item; return c; end'");
        try (Connection connection = open()) {
            connection.setAutoCommit(false);
            try (CallableStatement call = connection.prepareCall("{? = call items()}")) {
                call.registerOutParameter(1, Types.REF_CURSOR);
                call.execute();
                ResultSet rows = (ResultSet) call.getObject(1);
                assertThat(rows.getStatement().getConnection()).isSameAs(connection);
                assertThat(rows.next()).isTrue();
            }
            try (PreparedStatement query = connection.prepareStatement("select items()");
                    ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                ResultSet cursor = (ResultSet) rows.getObject(1);
                assertThat(cursor.getStatement().getConnection()).isSameAs(connection);
            }
            connection.rollback();
        }
    }
}
