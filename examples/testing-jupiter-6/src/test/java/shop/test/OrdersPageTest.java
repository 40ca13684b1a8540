package shop.test;

import static dev.plimsoll.junit.PlimsollAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.junit.ExpectFindings;
import dev.plimsoll.junit.ExpectNoFindings;
import dev.plimsoll.junit.ExpectStatements;
import dev.plimsoll.junit.ScaleCheck;
import dev.plimsoll.junit.StatementKind;
import dev.plimsoll.junit.StatementRecording;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/testing.md shows. */
@ExpectNoFindings
class OrdersPageTest {
    private OrdersPage page;

    @BeforeEach
    void open() throws SQLException {
        page = new OrdersPage();
        page.broken();
    }

    @AfterEach
    void close() throws SQLException {
        page.close();
    }

    @Test
    @ExpectStatements(max = 3)
    @ExpectStatements(of = StatementKind.INSERT, exactly = 0)
    void thePageIsLoadedInOneQuery() throws SQLException {
        assertThat(page.mended()).isEqualTo(500);
    }

    @Test
    @ExpectFindings(kind = "n-plus-one", max = 1)
    void theOldPageMayStayAsItIs() throws SQLException {
        assertThat(page.broken()).isEqualTo(500);
    }

    @Test
    void aRecordingByHand() throws SQLException {
        StatementRecording recording = StatementRecording.record(() -> page.mended());
        assertThat(recording).hasAtMostStatements(1).hasNoFindings();
    }

    @Test
    void thePageDoesNotGrowWithTheOrders() throws Exception {
        ScaleCheck.of(size -> page.create(size), () -> page.mended()).verify(10, 100);
    }
}
