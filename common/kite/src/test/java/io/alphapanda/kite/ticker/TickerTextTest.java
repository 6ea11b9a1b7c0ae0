package io.alphapanda.kite.ticker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.order.BrokerOrderId;
import io.alphapanda.kite.ticker.TickerCommand.Mode;
import io.alphapanda.kite.ticker.TickerText.Complaint;
import io.alphapanda.kite.ticker.TickerText.Notice;
import io.alphapanda.kite.ticker.TickerText.OrderChanged;
import io.alphapanda.kite.ticker.TickerText.Other;
import io.alphapanda.kite.ticker.TickerText.Unreadable;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said on the ticker's connection, in both directions.
class TickerTextTest {

    @Test
    void anOrderChangedAndItsChecksumMayBeBlank() {
        var frame = """
                {"type":"order","id":"","data":{"order_id":"1953341975595868160","status":"UPDATE","exchange":"NSE",
                "tradingsymbol":"INFY","transaction_type":"BUY","quantity":10,"filled_quantity":4,"average_price":1500.05,
                "checksum":"","unfilled_quantity":0,"something_new":{"a":[1]}}}""";

        assertThat(TickerText.read(frame)).isInstanceOfSatisfying(OrderChanged.class, changed -> {
            var order = changed.update().order();
            assertThat(order.orderId()).isEqualTo(new BrokerOrderId("1953341975595868160"));
            assertThat(order.status().isTerminal()).isFalse();
            assertThat(order.filledQuantity()).isEqualTo("4");
            assertThat(order.instrumentToken()).isEmpty();
        });
    }

    @Test
    void complaintsNoticesAndWhatNobodyKnows() {
        assertThat(TickerText.read("{\"type\":\"error\",\"data\":\"Too many\\ninstruments\"}"))
                .isEqualTo(new Complaint("Too many instruments"));
        assertThat(TickerText.read("{\"type\":\"message\",\"data\":\"Markets close early\"}"))
                .isEqualTo(new Notice("Markets close early"));
        assertThat(TickerText.read("{\"type\":\"message\",\"data\":{\"a\":1}}")).isEqualTo(new Notice("{\"a\":1}"));
        assertThat(TickerText.read("{\"type\":\"instruments_meta\",\"data\":{}}"))
                .isEqualTo(new Other("instruments_meta"));
        assertThat(TickerText.read("{}")).isEqualTo(new Other(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{\"type\":\"order\"",
                "{\"type\":\"order\"}",
                "{\"type\":\"order\",\"data\":\"text\"}",
                "{\"type\":\"order\",\"data\":{\"order_id\":\"1\",\"status\":\"OPEN\"}}"
            })
    void whatCanNotBeReadIsSaid(String frame) {
        assertThat(TickerText.read(frame)).isInstanceOf(Unreadable.class);
    }

    @Test
    void watchingIsASubscriptionAndAMode() {
        assertThat(TickerCommand.watch(Mode.FULL, tokens(408065, 256265)))
                .extracting(TickerCommand::text)
                .containsExactly(
                        "{\"a\":\"subscribe\",\"v\":[408065,256265]}",
                        "{\"a\":\"mode\",\"v\":[\"full\",[408065,256265]]}");
        assertThat(new TickerCommand.Unsubscribe(tokens(408065)).text())
                .isEqualTo("{\"a\":\"unsubscribe\",\"v\":[408065]}");
        assertThatThrownBy(() -> TickerCommand.watch(Mode.LTP, List.of()))
                .hasMessage("a ticker command names no instrument; send none then");
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, 1", "3000, 3000", "3001, 1500 1501", "6000, 3000 3000", "9000, 3000 3000 3000"})
    void instrumentsAreSpreadOverAsFewConnectionsAsHoldThem(int instruments, String sizes) {
        var tokens =
                LongStream.range(0, instruments).mapToObj(InstrumentToken::new).toList();

        var spread = TickerLimits.OF_KITE.spread(tokens);

        assertThat(spread.stream().map(each -> "" + each.size()).toList())
                .isEqualTo(sizes.isEmpty() ? List.of() : List.of(sizes.split(" ")));
        assertThat(spread.stream().flatMap(List::stream).toList()).isEqualTo(tokens);
    }

    @Test
    void eachInstrumentIsWatchedOnceAndTooManyAreRefused() {
        assertThat(new TickerLimits(1, 2).spread(tokens(1, 2, 1, 2, 1))).containsExactly(tokens(1, 2));
        assertThatThrownBy(() -> new TickerLimits(2, 2).spread(tokens(1, 2, 3, 4, 5)))
                .hasMessage("5 instruments are to be watched; 2 ticker connections hold at most 4, so watch fewer");
        assertThatThrownBy(() -> new TickerLimits(4, 3000)).hasMessage("ticker connections 4 must lie between 1 and 3");
    }

    private static List<InstrumentToken> tokens(long... numbers) {
        return LongStream.of(numbers).mapToObj(InstrumentToken::new).toList();
    }
}
