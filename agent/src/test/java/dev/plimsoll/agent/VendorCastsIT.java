package dev.plimsoll.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.ConnectionWatch;
import dev.plimsoll.testing.Database;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** What takes its connections without a pool may cast them to the driver's interfaces, watched or not. */
class VendorCastsIT {

    @Test
    void aConnectionIsOneOfPostgresqlsToo() throws SQLException {
        try (Database database = Database.postgres();
                Connection connection = DriverManager.getConnection(database.url())) {
            assertThat(ConnectionWatch.isWatched(connection)).isTrue();
            assertThat(((PGConnection) connection).getBackendPID()).isPositive();
            try (PreparedStatement statement = connection.prepareStatement("select 1")) {
                assertThat(((PGStatement) statement).getPrepareThreshold()).isPositive();
            }
        }
    }

    @Test
    void aCopyManagerTakesIt() throws SQLException, IOException {
        try (Database database = Database.postgres();
                Connection connection = DriverManager.getConnection(database.url())) {
            database.execute("create table item (id int)");
            new CopyManager((BaseConnection) connection).copyIn("copy item from stdin", new StringReader("1\n2\n3\n"));
            assertThat(database.number("select count(*) from item")).isEqualTo(3);
        }
    }
}
