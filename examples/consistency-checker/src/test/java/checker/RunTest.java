package checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {
    private final StringWriter out = new StringWriter();

    @Test
    void theDriverOnThePrimaryBreaksNothing() throws SQLException {
        Settings settings = Settings.standard(5, 1).with(List.of(Fault.PRIMARY_RESET));

        Verdict verdict = new Run(settings, (pools, options) -> Plain.primary(pools), new PrintWriter(out)).judge();

        assertThat(verdict.status()).as(out + verdict.line()).isZero();
        assertThat(verdict.line()).startsWith("reads=").endsWith("replica_share=0.00");
        assertThat(out.toString()).contains("primary-reset");
    }

    @Test
    void theLibraryKeepsItsPromises() throws SQLException {
        Settings settings = Settings.standard(8, 1).with(List.of(Fault.CRASH, Fault.RESET, Fault.APPLY_DELAY));

        Verdict verdict = new Run(settings, Routed::over, new PrintWriter(out)).judge();
        verdict.explain(new PrintWriter(out));

        assertThat(verdict.status()).as(out + verdict.line()).isZero();
    }

    @Test
    void aNaiveRouterIsFoundOut() throws SQLException {
        Settings settings = Mutation.M1.circumstances(Settings.standard(20, 1));

        Verdict verdict = new Run(settings, (pools, options) -> NaiveRouter.over(pools), new PrintWriter(out)).judge();

        assertThat(verdict.status()).isEqualTo(1);
        assertThat(verdict.violations().count(Invariant.I1)).isPositive();
    }
}
