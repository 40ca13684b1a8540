package dev.plimsoll.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresTest {

    @Test
    void aFreshDatabaseIsNobodyElses() throws SQLException {
        try (Connection one = DriverManager.getConnection(Postgres.freshUrl());
                Connection other = Postgres.freshDataSource().getConnection()) {
            assertThat(one.getCatalog()).isNotEqualTo(other.getCatalog());
        }
    }
}
