package checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunTest {
    private final StringWriter out = new StringWriter();

    @Test
    void theDriverOnThePrimaryBreaksNothing() throws SQLException {
        Settings settings = Settings.standard(3, 1).breaking(Fault.NEW_COLUMNS, Fault.PRIMARY_RESET);

        Verdict verdict = new Run(settings, (pools, options) -> Plain.primary(pools), new PrintWriter(out)).judge();

        assertThat(verdict.status()).as(out + verdict.line()).isZero();
        assertThat(verdict.line()).startsWith("reads=").endsWith("replica_share=0.00");
        assertThat(out.toString()).contains("new-columns", "primary-reset");
    }

    @Test
    void aNaiveRouterIsFoundOut() throws SQLException {
        List<Duration> lags = List.of(Duration.ofMillis(10), Duration.ofMillis(150));
        Settings settings =
                Settings.standard(20, 1).hunting(List.of(), Map.of()).with(lags, 0.3);

        Verdict verdict = new Run(settings, (pools, options) -> NaiveRouter.over(pools), new PrintWriter(out)).judge();

        assertThat(verdict.status()).isEqualTo(1);
        assertThat(verdict.violations().isEmpty()).isFalse();
    }
}
