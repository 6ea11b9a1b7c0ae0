package io.alphapanda.feed.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.instrument.InstrumentId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardingTest {

    @ParameterizedTest(name = "{0}: {1} of 4, {2} of 64")
    @CsvSource({
        "NSE:RELIANCE,    1, 13",
        "NSE:TCS,         3, 27",
        "NSE:INFY,        2, 10",
        "NSE:M&M,         1, 37",
        "BITSTAMP:BTCUSD, 1, 41",
        "SIM:S01,         1, 45",
    })
    void anInstrumentBelongsToTheSameShardForEver(String instrument, int ofFour, int ofMost) {
        var id = InstrumentId.of(instrument);

        assertThat(new Sharding(4).of(id)).isEqualTo(ofFour);
        assertThat(new Sharding(64).of(id)).isEqualTo(ofMost);
        assertThat(new Sharding(1).of(id)).isZero();
    }
}
