package dev.plimsoll.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.finding.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingIdTest {
    private static Finding finding(String sql, String method, int line, String schema) {
        Run run = Run.of(sql).boundEach(1, 9).at("shop.OrderPage", method, line).schema(schema);
        List<Finding> findings = Units.owned(run).judgedBy(new NPlusOne(), Profile.TEST);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static String id(String sql, String method, int line) {
        return finding(sql, method, line, "").id();
    }

    @Test
    void anIdIsTwelveHexadecimalDigits() {
        assertThat(id("select * from t where id = ?", "list", 1)).matches("[0-9a-f]{12}");
    }

    @Test
    void anIdStaysTheSameForEver() {
        assertThat(FindingId.of("n-plus-one", 42, Optional.empty())).isEqualTo("8535dd46077b");
    }

    @Test
    void linesLayoutAndSchemaDoNotChangeTheId() {
        String id = id("select * from t where id = ?", "list", 1);
        assertThat(id("select * from t where id = ?", "list", 99)).isEqualTo(id);
        assertThat(id("SELECT *\n  FROM t /* page */ WHERE id = ?", "list", 1)).isEqualTo(id);
        assertThat(finding("select * from t where id = ?", "list", 1, "tenant_7")
                        .id())
                .isEqualTo(id);
    }

    @Test
    void statementMethodAndKindDo() {
        String id = id("select * from t where id = ?", "list", 1);
        assertThat(id("select * from u where id = ?", "list", 1)).isNotEqualTo(id);
        assertThat(id("select * from t where id = ?", "show", 1)).isNotEqualTo(id);
        assertThat(FindingId.of("deep-offset", 42, Optional.empty()))
                .isNotEqualTo(FindingId.of("n-plus-one", 42, Optional.empty()));
    }
}
