package dev.plimsoll.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The agent comes into a JVM that runs, and goes again. */
class AttachIT {
    private static final String POOLED = "com.zaxxer.hikari.pool.HikariProxyConnection";

    private final ChildJvm application = ChildJvm.start(List.of(), "WarmPool");

    @AfterEach
    void endApplication() {
        application.close();
    }

    @Test
    void aWarmPoolIsWatchedFromTheNextCheckoutOn() throws Exception {
        assertThat(application.answer()).isEqualTo("warm");
        assertThat(application.ask("checkout")).isEqualTo(POOLED);
        assertThat(application.tell("attach")).isEqualTo("ok");
        assertThat(application.ask("checkout")).startsWith("dev.plimsoll.jdbc.Watched");
    }

    @Test
    void whatWasDetachedIsGone() throws Exception {
        assertThat(application.answer()).isEqualTo("warm");
        for (int times = 0; times < 2; times++) {
            assertThat(application.tell("attach", "profile=prod")).isEqualTo("ok");
            assertThat(application.ask("checkout")).startsWith("dev.plimsoll.jdbc.Watched");
            assertThat(application.tell("detach")).isEqualTo("ok");
            assertThat(application.ask("collect")).isEqualTo("collected");
            assertThat(application.ask("checkout")).isEqualTo(POOLED);
        }
    }

    @Test
    void whoAttachesTwiceIsTold() throws Exception {
        assertThat(application.answer()).isEqualTo("warm");
        assertThat(application.tell("attach")).isEqualTo("ok");
        assertThat(application.tell("attach")).isEqualTo("ok");
        assertThat(application.tell("attach", "profile=prod")).startsWith("error Plimsoll is attached to process ");
        assertThat(application.ask("checkout")).startsWith("dev.plimsoll.jdbc.Watched");
    }

    @Test
    void whatIsWrongIsToldAndTouchesNothing() throws Exception {
        assertThat(application.answer()).isEqualTo("warm");
        assertThat(application.tell("attach", "profile=production"))
                .isEqualTo("error plimsoll.profile is 'production', but must be test, dev or prod");
        assertThat(application.tell("detach"))
                .isEqualTo("error Plimsoll is not attached to process " + application.pid());
        assertThat(application.ask("checkout")).isEqualTo(POOLED);
    }
}
