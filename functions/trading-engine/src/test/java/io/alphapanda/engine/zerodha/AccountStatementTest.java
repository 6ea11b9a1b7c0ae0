package io.alphapanda.engine.zerodha;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.engine.live.Statement;
import io.alphapanda.kite.json.KiteJson;
import io.alphapanda.kite.json.Shape;
import io.alphapanda.kite.portfolio.KiteHolding;
import io.alphapanda.kite.portfolio.Positions;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What of Kite's positions and holdings counts as held.
class AccountStatementTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 31);

    @ParameterizedTest(name = "holding {0} + {1} not delivered + {2} sold today, position {3}: {4}")
    @CsvSource({
        "10, 0, 0, 0,   10",
        "0,  5, 0, 0,   5", // bought yesterday
        "10, 5, 0, 0,   15",
        "6,  0, 4, -4,  6", // four of ten sold today
        "0,  0, 10, -10, 0",
        "10, 0, 0, 7,   17", // bought more today
    })
    void aHoldingAndItsPositionOfTheDayAddUp(
            String quantity, String notDelivered, String sold, String position, String held) {
        var statement = statement(holding(quantity, notDelivered, sold), position("TCS", position));

        assertThat(statement.held().stream()
                        .map(each -> each.quantity().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(held);
        assertThat(statement.held())
                .extracting(each -> each.listed().instrument())
                .containsOnly(Optional.of(InstrumentId.of("NSE:TCS")));
    }

    @Test
    void whatTheHouseHasNoNameForKeepsKites() {
        var statement = statement("", position("NIFTY 50", "1"));

        assertThat(statement.held())
                .extracting(Statement.Held::listed)
                .containsExactly(new Statement.Listed("NSE:NIFTY 50", Optional.empty()));
    }

    private static Statement.Read statement(String holdings, String positions) {
        return AccountStatement.of(
                TODAY,
                List.of(),
                List.of(),
                read(KiteJson.one(Positions.class), "{\"net\":[" + positions + "],\"day\":[]}"),
                read(KiteJson.listOf(KiteHolding.class), "[" + holdings + "]"),
                List.of());
    }

    private static String holding(String quantity, String notDelivered, String sold) {
        return """
                {"tradingsymbol":"TCS","exchange":"NSE","instrument_token":2953217,"isin":"","product":"CNC","quantity":%s,
                 "t1_quantity":%s,"realised_quantity":%s,"used_quantity":%s,"authorised_quantity":0,"opening_quantity":0,
                 "collateral_quantity":0,"average_price":90.5,"last_price":100,"close_price":100,"pnl":0}""".formatted(quantity, notDelivered, quantity, sold);
    }

    private static String position(String symbol, String quantity) {
        return """
                {"tradingsymbol":"%s","exchange":"NSE","instrument_token":1,"product":"CNC","quantity":%s,
                 "overnight_quantity":0,"multiplier":1,"average_price":0}""".formatted(symbol, quantity);
    }

    private static <T> T read(Shape<T> shape, String json) {
        return shape.of(KiteJson.tree(("{\"data\":" + json + "}").getBytes(StandardCharsets.UTF_8))
                .get("data"));
    }
}
