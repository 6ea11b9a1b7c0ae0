package io.alphapanda.feed.kite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphapanda.domain.instrument.AssetClass;
import io.alphapanda.domain.instrument.InstrumentId;
import io.alphapanda.feed.status.LiveProgress.LeftOut;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.market.KiteInstrument;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.ticker.TickerLimits;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    @Test
    void aFeedListensToItsOwnAssetClassAndNamesTheRest() {
        var plan = plan(
                AssetClass.EQUITY,
                "NSE:INFY",
                "NSE:NOSUCH",
                "NSE:NIFTY 50",
                "NFO:NIFTY26DEC25000CE",
                "NFO:NIFTY26DECFUT",
                "NSE:INFY",
                "NSE:TCS");

        assertThat(plan.connections())
                .containsExactly(List.of(new InstrumentToken(408_065), new InstrumentToken(2_953_217)));
        assertThat(plan.instruments().get(new InstrumentToken(408_065))).isEqualTo(InstrumentId.of("NSE:INFY"));
        assertThat(plan.leftOut())
                .containsExactly(
                        new LeftOut("NSE:NOSUCH", "not in the list of NSE's instruments of the day"),
                        new LeftOut("NSE:NIFTY 50", "an index is not tradable"),
                        new LeftOut("NFO:NIFTY26DEC25000CE", "belongs to the feed of options"),
                        new LeftOut("NFO:NIFTY26DECFUT", "segment NFO-FUT FUT has no topic"));
    }

    @Test
    void theSameNamesGiveTheOptionsFeedItsOption() {
        var plan = plan(AssetClass.OPTIONS, "NSE:INFY", "NFO:NIFTY26DEC25000CE");

        assertThat(plan.instruments().values()).containsExactly(InstrumentId.of("NFO:NIFTY26DEC25000CE"));
        assertThat(plan.leftOut()).containsExactly(new LeftOut("NSE:INFY", "belongs to the feed of equity"));
    }

    @Test
    void nothingToListenToTakesNoConnection() {
        assertThat(plan(AssetClass.FOREX, "NSE:INFY").connections()).isEmpty();
    }

    @ParameterizedTest(name = "{0} instruments: {1} connections, {2} at most on one")
    @CsvSource({"1, 1, 1", "3000, 1, 3000", "3001, 2, 1501", "6001, 3, 2001", "9000, 3, 3000"})
    void instrumentsAreSpreadOverAsFewConnectionsAsHoldThem(int instruments, int connections, int most) {
        var plan = Plan.of(listings(instruments), shares(instruments), AssetClass.EQUITY, TickerLimits.OF_KITE);

        assertThat(plan.connections()).hasSize(connections);
        assertThat(plan.connections().stream().mapToInt(List::size).max()).hasValue(most);
        assertThat(plan.connections().stream().flatMap(List::stream))
                .hasSize(instruments)
                .doesNotHaveDuplicates();
    }

    @Test
    void moreThanThreeConnectionsHoldAreRefused() {
        assertThatThrownBy(() -> Plan.of(listings(9_001), shares(9_001), AssetClass.EQUITY, TickerLimits.OF_KITE))
                .hasMessageContaining("9001 instruments are to be watched")
                .hasMessageContaining("at most 9000");
    }

    private static Plan plan(AssetClass assetClass, String... names) {
        return Plan.of(Stream.of(names).map(Listing::of).toList(), Instruments.all(), assetClass, TickerLimits.OF_KITE);
    }

    private static List<Listing> listings(int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> Listing.of("NSE:S" + each))
                .toList();
    }

    private static List<KiteInstrument> shares(int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> new KiteInstrument(
                        new InstrumentToken(each * 256L + 1),
                        Listing.of("NSE:S" + each),
                        "",
                        "EQ",
                        "NSE",
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }
}
