package io.alphapanda.feed.kite;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.AssetClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetClassesTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "NSE:INFY, equity",
        "BSE:RELIANCE, equity",
        "NFO:NIFTY26DEC25000CE, options",
        "NFO:NIFTY26DEC25000PE, options",
        "BFO:SENSEX26DEC80000CE, options",
        "CDS:USDINR26DECFUT, forex",
        "CDS:USDINR26DEC85CE, forex",
        "BCD:USDINR26DECFUT, forex",
    })
    void theSegmentDecides(String listing, String assetClass) {
        assertThat(AssetClasses.of(Instruments.named(listing))).contains(AssetClass.of(assetClass));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "NSE:NIFTY 50, an index is not tradable",
        "NFO:NIFTY26DECFUT, segment NFO-FUT FUT has no topic",
        "BFO:SENSEX26DECFUT, segment BFO-FUT FUT has no topic",
        "MCX:GOLD26DECFUT, segment MCX-FUT FUT has no topic",
    })
    void whatHasNoTopicIsLeftOutWithItsReason(String listing, String reason) {
        var instrument = Instruments.named(listing);

        assertThat(AssetClasses.of(instrument)).isEmpty();
        assertThat(AssetClasses.whyNone(instrument)).isEqualTo(reason);
    }
}
