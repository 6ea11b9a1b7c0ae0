package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.alphapanda.domain.order.Reality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which accounts there are, and whether real money hangs on one.
class AccountTest {

    private final Properties file = new Properties();

    private Account account(String broker, Map<String, String> environment) {
        var defaults = new Properties();
        defaults.setProperty("panda.brokers.paper.kind", "paper");
        defaults.setProperty("panda.brokers.zerodha.kind", "zerodha");
        return Account.of(broker, new Settings(environment, file, defaults));
    }

    @Test
    void anAccountInTheHouseIsPaper() {
        assertThat(account("paper", Map.of())).isEqualTo(new Account("paper", "paper", Reality.PAPER));
        assertThat(account("paper", Map.of()).isAtKiteSimulator()).isFalse();
    }

    @Test
    void zerodhaIsSimulatedUnlessSomebodySaysLive() {
        assertThat(account("zerodha", Map.of()).reality()).isEqualTo(Reality.SIMULATED);
        assertThat(account("zerodha", Map.of()).isAtKiteSimulator()).isTrue();
        assertThat(account("zerodha", Map.of("PANDA_BROKERS_ZERODHA_LIVE", "")).reality())
                .isEqualTo(Reality.SIMULATED);

        var live = account("zerodha", Map.of("PANDA_BROKERS_ZERODHA_LIVE", "true"));
        assertThat(live.reality()).isEqualTo(Reality.LIVE);
        assertThat(live.isAtKiteSimulator()).isFalse();
    }

    @Test
    void aSecondAccountComesFromTheHousesFile() {
        assertThat(account("zerodha-2", Map.of()).kind()).isEmpty();

        file.setProperty("panda.brokers.zerodha-2.kind", "zerodha");

        assertThat(account("zerodha-2", Map.of()).isAtKiteSimulator()).isTrue();
    }

    @Test
    void theEnvironmentWinsOverTheFile() {
        file.setProperty("panda.brokers.zerodha.live", "true");

        assertThat(account("zerodha", Map.of()).reality()).isEqualTo(Reality.LIVE);
        assertThat(account("zerodha", Map.of("PANDA_BROKERS_ZERODHA_LIVE", "false"))
                        .reality())
                .isEqualTo(Reality.SIMULATED);
    }

    @Test
    void theStagesDefaultsAreKnownWithoutAnyConfiguration(@TempDir Path root) {
        var settings = Settings.of(new Layout(root));

        assertThat(Account.of("zerodha", settings).kind()).isEqualTo("zerodha");
        assertThat(Account.of("paper-b", settings).reality()).isEqualTo(Reality.PAPER);
    }

    @Test
    void aFileThatCannotBeReadIsNamed(@TempDir Path root) throws IOException {
        var layout = new Layout(root);
        Files.createDirectories(layout.configuration());

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> Settings.of(layout))
                .withMessageStartingWith(layout.configuration() + " can't be read (");
    }

    @Test
    void aSettingsVariableIsTheOneTheFunctionsRead() {
        assertThat(account("zerodha-2", Map.of()).variable("connection.api-key"))
                .isEqualTo("PANDA_BROKERS_ZERODHA_2_CONNECTION_API_KEY");
    }
}
