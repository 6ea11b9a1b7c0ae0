package io.alphapanda.api.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.stage.broker.ConfigurationException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final ZoneId MUMBAI = ZoneId.of("Asia/Kolkata");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attempts      | 0              | panda.alerts.channels.attempts 0 must be between 1 and 50
            quiet-hours   | night          | quiet-hours 'night' must be two different times, such as 22:00-07:00
            quiet-hours   | 07:00-07:00    | must be two different times
            webhook.url   | ftp://x/s3cret | webhook.url must be an http or https address
            telegram.url  | nowhere        | telegram.url must be an http or https address
            webhook.token  | s3cret s3cret  | webhook.token must be letters, digits and
            telegram.token | s3cret#        | telegram.token must be letters, digits and
            telegram.chat | @house         | telegram.token and telegram.chat go together""")
    void whatCantBeUsedIsNamed(String key, String value, String words) {
        assertThatThrownBy(() -> SomeChannels.none().with(key, value).settings())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aZoneThatIsNoneIsNamed() {
        assertThatThrownBy(() -> SomeChannels.none()
                        .withQuietHours("22:00-07:00")
                        .with("quiet-zone", "Mumbai")
                        .settings())
                .hasMessageContaining("quiet-zone 'Mumbai' must be a zone such as Asia/Kolkata");
    }

    @Test
    void aSecretInAFileIsRefused() {
        assertThatThrownBy(() -> SomeChannels.none()
                        .withWebhook("http://127.0.0.1:1/s3cret", "s3cret")
                        .from("PropertiesConfigSource[source=file:config/application.properties]")
                        .settings())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("panda.alerts.channels.webhook.url is a secret and must not stand in a file; set it in the"
                        + " environment");
    }

    @Test
    void blankIsNotSet() {
        assertThat(SomeChannels.none().with("webhook.url", " ").settings().channels())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            22:00-07:00 | 2026-01-05T16:29:59Z | 2026-01-05T16:29:59Z
            22:00-07:00 | 2026-01-05T16:30:00Z | 2026-01-06T01:30:00Z
            22:00-07:00 | 2026-01-06T01:29:59Z | 2026-01-06T01:30:00Z
            22:00-07:00 | 2026-01-06T01:30:00Z | 2026-01-06T01:30:00Z
            09:00-11:00 | 2026-01-05T04:30:00Z | 2026-01-05T05:30:00Z
            09:00-11:00 | 2026-01-05T05:30:00Z | 2026-01-05T05:30:00Z""")
    void quietHoursEndAtTheirEnd(String hours, Instant now, Instant next) {
        assertThat(QuietHours.of(hours, MUMBAI).next(now)).isEqualTo(next);
    }

    @Test
    void eachAttemptWaitsLongerUpToTenMinutes() {
        assertThat(Messenger.backoff(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Messenger.backoff(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Messenger.backoff(8)).isEqualTo(Duration.ofMinutes(10));
        assertThat(Messenger.backoff(50)).isEqualTo(Duration.ofMinutes(10));
    }
}
