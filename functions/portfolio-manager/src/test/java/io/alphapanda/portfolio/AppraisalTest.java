package io.alphapanda.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.event.PnlSnapshot;
import io.alphapanda.domain.event.PnlSnapshot.Pricing;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.SignedQuantity;
import io.alphapanda.domain.order.Reality;
import io.alphapanda.domain.portfolio.Portfolio;
import io.alphapanda.domain.portfolio.Position;
import io.alphapanda.domain.portfolio.Quote;
import io.alphapanda.domain.signal.Broker;
import io.alphapanda.domain.signal.StrategyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppraisalTest {

    private static final Instant NOW = Instant.parse("2026-03-05T05:30:00Z");
    private static final Duration BOUND = Duration.ofMinutes(5);

    private final Map<String, Position> positions = new TreeMap<>();
    private final Map<InstrumentId, LastPrice> prices = new TreeMap<>();

    @Test
    void longAndShortPositionsAreWorthWhatTheirLastPricesSay() {
        hold("NSE:TCS", "10", "1000");
        hold("NSE:INFY", "-5", "-500");
        price("NSE:TCS", "110", 10);
        price("NSE:INFY", "90", 20);

        var snapshot = taken();

        assertThat(snapshot.unrealizedPnl()).contains(Money.of("150"));
        assertThat(snapshot.equity()).contains(Money.of("999650"));
        assertThat(snapshot.positions()).isEqualTo(2);
        assertThat(snapshot.pricing()).isEqualTo(Pricing.CURRENT);
        assertThat(snapshot.oldestPrice()).contains(new Quote(Price.of("90"), NOW.minusSeconds(20), 20, false));
        assertThat(snapshot.marks())
                .extracting(each -> each.unrealizedPnl().orElseThrow())
                .containsExactly(Money.of("50"), Money.of("100"));
    }

    @Test
    void positionWithoutAPriceIsNotGuessedAndNeitherIsTheEquity() {
        hold("NSE:TCS", "10", "1000");
        hold("NSE:INFY", "5", "500");
        price("NSE:TCS", "110", 10);

        var snapshot = taken();

        assertThat(snapshot.pricing()).isEqualTo(Pricing.MISSING);
        assertThat(snapshot.unrealizedPnl()).isEmpty();
        assertThat(snapshot.equity()).isEmpty();
        assertThat(snapshot.cash()).isEqualTo(Money.of("999000"));
        assertThat(snapshot.marks())
                .filteredOn(each -> each.quote().isEmpty())
                .singleElement()
                .satisfies(each -> assertThat(each.instrument()).isEqualTo(InstrumentId.of("NSE:INFY")));
    }

    @ParameterizedTest
    @CsvSource({"299, CURRENT", "300, CURRENT", "301, STALE", "86400, STALE"})
    void priceBeyondTheBoundGoesInAndItsAgeIsTold(long age, Pricing pricing) {
        hold("NSE:TCS", "10", "1000");
        price("NSE:TCS", "110", age);

        var snapshot = taken();

        assertThat(snapshot.pricing()).isEqualTo(pricing);
        assertThat(snapshot.equity()).contains(Money.of("1000100"));
        assertThat(snapshot.oldestPrice().orElseThrow().ageSeconds()).isEqualTo(age);
    }

    @Test
    void priceNewerThanThePingHasNoAge() {
        hold("NSE:TCS", "10", "1000");
        price("NSE:TCS", "110", -3);

        assertThat(taken().oldestPrice().orElseThrow().ageSeconds()).isZero();
    }

    @Test
    void closedPositionNeedsNoPrice() {
        hold("NSE:TCS", "0", "0");

        var snapshot = taken();

        assertThat(snapshot.pricing()).isEqualTo(Pricing.CURRENT);
        assertThat(snapshot.equity()).contains(Money.of("999000"));
        assertThat(snapshot.oldestPrice()).isEmpty();
        assertThat(snapshot.marks()).isEmpty();
    }

    @Test
    void currenciesAreNeverSummed() {
        hold("NSE:TCS", "10", "1000");
        hold("BITSTAMP:BTCUSD", "1", "500");
        price("NSE:TCS", "110", 1);
        price("BITSTAMP:BTCUSD", "600", 1);

        var snapshot = taken();

        assertThat(snapshot.currencies()).containsExactly("INR", "USD");
        assertThat(snapshot.unrealizedPnl()).isEmpty();
        assertThat(snapshot.equity()).isEmpty();
        assertThat(snapshot.pricing()).isEqualTo(Pricing.CURRENT);
    }

    private void hold(String instrument, String quantity, String cost) {
        positions.put(instrument, new Position(SignedQuantity.of(quantity), Money.of(cost), Money.ZERO, Money.ZERO));
    }

    private void price(String instrument, String price, long age) {
        prices.put(InstrumentId.of(instrument), new LastPrice(Price.of(price), NOW.minusSeconds(age)));
    }

    private PnlSnapshot taken() {
        var holdings = new TreeMap<InstrumentId, Held.Holding>();
        positions.forEach((name, position) -> holdings.put(InstrumentId.of(name), new Held.Holding(position, 1)));
        var portfolio = new Portfolio(Money.of("1000000"), Money.of("999000"), Money.ZERO, Money.ZERO);
        return new Appraisal(new Broker("paper"), Reality.PAPER, NOW, NOW, BOUND, prices)
                .of(new Held(new StrategyId("momentum"), portfolio, 2, holdings));
    }
}
