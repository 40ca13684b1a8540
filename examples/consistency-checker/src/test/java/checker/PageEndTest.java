package checker;

import static org.assertj.core.api.Assertions.assertThat;

import cluster.Cluster;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PageEndTest {

    @Test
    void theLogOfAQuietPrimaryComesToEndWithAPage() throws SQLException {
        try (Cluster cluster = Cluster.start(0)) {
            assertThat(PageEnd.align(cluster.primary())).isTrue();
        }
    }
}
