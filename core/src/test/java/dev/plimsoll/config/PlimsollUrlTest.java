package dev.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlimsollUrlTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:plimsoll:postgresql://h/db, jdbc:postgresql://h/db",
        "jdbc:plimsoll:postgresql://h/db?plimsoll.profile=prod, jdbc:postgresql://h/db",
        "jdbc:plimsoll:postgresql://h/db?plimsoll.profile=prod&ssl=true, jdbc:postgresql://h/db?ssl=true",
        "jdbc:plimsoll:postgresql://h/db?ssl=true&plimsoll.profile=prod, jdbc:postgresql://h/db?ssl=true",
        "jdbc:plimsoll:postgresql://h/db?a=1&plimsoll.profile=prod&b=2, jdbc:postgresql://h/db?a=1&b=2",
        "jdbc:plimsoll:postgresql://h/db?plimsoll.profile=prod&plimsoll.strict=true&b=2, jdbc:postgresql://h/db?b=2",
        "jdbc:plimsoll:postgresql://h/db?plimsoll.profile=prod&b=2&plimsoll.strict=true&c=3, jdbc:postgresql://h/db?b=2&c=3",
        "jdbc:plimsoll:h2:mem:x;plimsoll.profile=prod;DB_CLOSE_DELAY=-1, jdbc:h2:mem:x;DB_CLOSE_DELAY=-1",
        "jdbc:plimsoll:sqlserver://h;databaseName=d;plimsoll.profile=prod, jdbc:sqlserver://h;databaseName=d",
    })
    void theRealDriverSeesNoOption(String url, String realUrl) {
        assertThat(PlimsollUrl.parse(url, new Properties()).realUrl()).isEqualTo(realUrl);
    }

    @Test
    void optionsComeFromTheUrlBeforeTheProperties() {
        Properties properties = new Properties();
        properties.setProperty("plimsoll.profile", "test");
        properties.setProperty("plimsoll.strict", "true");
        properties.setProperty("user", "shop");
        PlimsollUrl url = PlimsollUrl.parse("jdbc:plimsoll:h2:mem:x;plimsoll.profile=prod", properties);
        assertThat(url.options()).isEqualTo(Map.of("profile", "prod", "strict", "true"));
        assertThat(url.realProperties()).isEqualTo(Map.of("user", "shop"));
        assertThat(properties).as("the caller's own").hasSize(3);
    }

    @Test
    void valuesMayBePercentEncoded() {
        PlimsollUrl url =
                PlimsollUrl.parse("jdbc:plimsoll:postgresql://h/db?plimsoll.report.json=a%20b%26c", new Properties());
        assertThat(url.options()).containsEntry("report.json", "a b&c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:plimsoll:", "jdbc:plimsoll:postgresql", "jdbc:plimsoll://host/db", "jdbc:plimsoll::"})
    void aUrlWithoutADatabaseIsToldHowToBeWritten(String url) {
        assertThatThrownBy(() -> PlimsollUrl.parse(url, new Properties()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("names no database")
                .hasMessageContaining("jdbc:plimsoll:postgresql://host/database");
    }

    @Test
    void aSecondJdbcIsPointedOut() {
        assertThatThrownBy(() -> PlimsollUrl.parse("jdbc:plimsoll:jdbc:h2:mem:x", new Properties()))
                .hasMessage(
                        "the URL jdbc:plimsoll:jdbc:h2:mem:x has 'jdbc:' twice; write it as jdbc:plimsoll:postgresql://host/database");
    }

    @Test
    void anOptionWithoutAValueIsPointedOut() {
        assertThatThrownBy(() -> PlimsollUrl.parse("jdbc:plimsoll:h2:mem:x;plimsoll.strict", new Properties()))
                .hasMessage("plimsoll.strict in the URL has no value; write plimsoll.strict=value");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h/db?user=a&password=secret, jdbc:postgresql://h/db",
        "jdbc:h2:mem:x;USER=a;PASSWORD=secret, jdbc:h2:mem:x",
        "jdbc:mysql://root:secret@h/db, jdbc:mysql://h/db",
        "jdbc:oracle:thin:scott/secret@//h:1521/x, jdbc:oracle:thin:@//h:1521/x",
    })
    void aShownUrlHoldsNoPassword(String url, String shown) {
        assertThat(PlimsollUrl.shown(url)).isEqualTo(shown);
    }
}
