package io.alphapanda.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.money.Side;
import io.alphapanda.stage.testing.House;
import io.alphapanda.stage.testing.Ledger;
import io.alphapanda.stage.testing.Signals;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A strategy that has had its fifty trades of the day and holds ten.
@QuarkusTest
@QuarkusTestResource(House.class)
class ExitAtTheLimitTest {

    private static final String TODAY = "2026-03-05";

    @Test
    void strategyAtItsDailyLimitGetsOutOnceAndEachExitIsATrade() {
        var books = new Books("paper", "at-the-limit").filled(Books.TCS, "BUY", "10", "100", 1);
        for (int i = 1; i <= 50; i++) {
            books.ordered(
                    books.approved(Books.INFY, "BUY", "1", "0", i, TODAY), Books.INFY, "BUY", "1", "EXPIRED", "0");
        }
        var signals = new Signals("paper", "at-the-limit");

        for (var wish : List.of("BUY 1", "SELL 11", "SELL 6", "SELL 5", "SELL 4", "SELL 1")) {
            var words = wish.split(" ");
            assertThat(Post.of(signals.next(Side.valueOf(words[0]), Long.parseLong(words[1]))))
                    .as(wish)
                    .isEqualTo(204);
        }

        assertThat(Ledger.rows("""
                        select decisions.side || ' ' || trim_scale(decisions.quantity), denial, v ->> 'trades', v ->> 'opens'
                        from decisions join signals on id = signal_id,
                             jsonb_path_query(verdicts, '$.verdicts[*] ? (@.rule == "daily-trades").numbers') v
                        where decisions.strategy = 'at-the-limit' and decisions.instrument = 'NSE:TCS' order by tick_ordinal
                        """))
                .containsExactly(
                        List.of("BUY 1", "DAILY_TRADES_EXCEEDED", "50", "1"),
                        List.of("SELL 11", "DAILY_TRADES_EXCEEDED", "50", "1"),
                        Arrays.asList("SELL 6", null, "50", "0"),
                        List.of("SELL 5", "DAILY_TRADES_EXCEEDED", "51", "1"),
                        Arrays.asList("SELL 4", null, "51", "0"),
                        List.of("SELL 1", "DAILY_TRADES_EXCEEDED", "52", "1"));
    }
}
