package dev.plimsoll.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CausalCookieSettingsTest {
    private static final String SECRET = "plimsoll.causal-cookie.secret=0123456789abcdef";

    @Test
    void theSecretIsTheKeyUnlessThereAreKeys() {
        Boot.watched()
                .withPropertyValues(
                        SECRET,
                        "plimsoll.token-keys=7:another-secret-of-mine",
                        "plimsoll.replicas[0].url=" + Boot.url("near"))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    PlimsollSettings settings = context.getBean(PlimsollSettings.class);
                    assertThat(settings.options("dataSource")).containsEntry("token-keys", "7:another-secret-of-mine");
                    assertThat(settings.causalCookie().toString()).doesNotContain("0123456789abcdef");
                });
    }
}
