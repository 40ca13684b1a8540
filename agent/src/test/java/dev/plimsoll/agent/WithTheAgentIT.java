package dev.plimsoll.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class WithTheAgentIT {

    @Test
    void aConnectionOfTheDriverManagerIsWatched() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            assertThat(connection.getClass().getName()).startsWith("dev.plimsoll.jdbc.Watched");
            assertThat(connection.getClass().getClassLoader())
                    .isNotSameAs(getClass().getClassLoader());
        }
    }
}
