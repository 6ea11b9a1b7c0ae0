package io.alphapanda.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import io.alphapanda.domain.order.Reality;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static final Map<String, Figures.Lane> LANES = Map.of(
            "paper",
            new Figures.Lane(
                    Reality.PAPER, 9, 7, Map.of("RISK_CASH", 2L), 6, Map.of(), 1, "100", "100", "1.5", "0.25"));

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private long now;

    @Test
    void aLineSaysTheRateSinceTheLineBefore() {
        var screen = screen(false);
        for (int second = 1; second <= 11; second++) {
            now += Duration.ofSeconds(1).toNanos();
            // All of it comes in one burst, in a second that no line falls on.
            screen.show(feed(second < 3 ? 0 : 1000), LANES, "3", 0);
        }
        assertThat(written().lines())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).contains("ticks=0 ticks/s=0 "),
                        line -> assertThat(line).contains("ticks=1000 ticks/s=200 fills=6 lag=3 restarts=0"),
                        line -> assertThat(line).contains("ticks=1000 ticks/s=0 "));
    }

    @Test
    void aFeedThatStartsAgainHasNoNegativeRate() {
        var screen = screen(true);
        now += Duration.ofSeconds(1).toNanos();
        screen.show(feed(500), LANES, "0", 0);
        now += Duration.ofSeconds(1).toNanos();
        screen.show(feed(0), LANES, "0", 1);
        assertThat(written()).contains("ticks/s 500 ", "ticks/s 0 ").doesNotContain("-500");
    }

    @Test
    void aTerminalIsDrawnInPlaceAndSaysThatExecutionIsSimulated() {
        var screen = screen(true);
        screen.show(feed(1), LANES, "0", 0);
        var once = written();
        screen.show(feed(2), LANES, "0", 0);
        assertThat(once).contains("SIMULATED EXECUTION", "paper", "http://127.0.0.1:1");
        long lines = once.lines().count();
        assertThat(written().substring(once.length())).startsWith("\u001b[" + lines + "A");
    }

    @Test
    void everyLaneSaysWhichRealityItIsOf() {
        var lane = LANES.get("paper");
        assertThat(Tables.lanes(new TreeMap<>(Map.of("paper", lane, "zerodha", of(Reality.SIMULATED)))))
                .satisfiesExactly(
                        header -> assertThat(header).contains("broker", "reality"),
                        row -> assertThat(row).startsWith("paper ").contains(" PAPER "),
                        row -> assertThat(row).startsWith("zerodha ").contains(" SIMULATED "));
    }

    @Test
    void realMoneyIsNotOverlooked() {
        var screen = screen(false);
        screen.show(feed(1), Map.of("zerodha", of(Reality.SIMULATED)), "0", 0);
        assertThat(written()).contains("SIMULATED EXECUTION (no real money)");

        var other = screen(true);
        other.show(feed(1), Map.of("paper", of(Reality.PAPER), "zerodha", of(Reality.LIVE)), "0", 0);
        assertThat(written().lines()).anyMatch(line -> line.contains("REAL MONEY: zerodha"));
    }

    private static Figures.Lane of(Reality reality) {
        return new Figures.Lane(reality, 0, 0, Map.of(), 0, Map.of(), 0, "0", "0", "0", "0");
    }

    private Screen screen(boolean terminal) {
        var options = new RunOptions(
                List.of("paper"),
                Ticks.of("bitstamp"),
                "60x",
                "bitstamp.test",
                false,
                Door.FUNCTION,
                false,
                Optional.empty(),
                1);
        var out = new PrintStream(written, true, StandardCharsets.UTF_8);
        return new Screen(out, terminal, options, "http://127.0.0.1:1", () -> now);
    }

    private static FeedStatus feed(long ticks) {
        return new FeedStatus("running", ticks, 1, 0, NullNode.getInstance());
    }

    private String written() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
