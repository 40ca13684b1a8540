package dev.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeUrlsTest {

    @Test
    void aReplicasUrlDiffersInItsHostOnly() {
        assertThat(NodeUrls.of("jdbc:postgresql://p:5432/shop?ssl=true", List.of("h1:5433", "h2", "[::1]:5434")))
                .containsExactly(
                        entry("primary", "jdbc:postgresql://p:5432/shop?ssl=true"),
                        entry("h1:5433", "jdbc:postgresql://h1:5433/shop?ssl=true"),
                        entry("h2", "jdbc:postgresql://h2/shop?ssl=true"),
                        entry("[::1]:5434", "jdbc:postgresql://[::1]:5434/shop?ssl=true"));
    }

    @Test
    void allHostsOfThePrimaryAreReplaced() {
        assertThat(NodeUrls.of("jdbc:postgresql://p1,p2/shop?targetServerType=primary", List.of("h1")))
                .containsEntry("h1", "jdbc:postgresql://h1/shop?targetServerType=primary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h1:0", "h1:99999", "h1:port", "h1/db", "user@h1", "h 1"})
    void whatIsNoHostIsRefused(String replica) {
        assertThatThrownBy(() -> NodeUrls.of("jdbc:postgresql://p/shop", List.of(replica)))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("plimsoll.replicas names '" + replica + "'")
                .hasMessageContaining("host or host:port");
    }

    @Test
    void aReplicaIsNamedOnce() {
        assertThatThrownBy(() -> NodeUrls.of("jdbc:postgresql://p/shop", List.of("h1", "h1")))
                .hasMessage("plimsoll.replicas names 'h1' twice");
    }

    @Test
    void aUrlWithoutAHostHasNoReplicas() {
        assertThatThrownBy(() -> NodeUrls.of("jdbc:h2:mem:shop", List.of("h1")))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("needs a URL with a host");
    }
}
