package io.alphapanda.domain.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.alphapanda.domain.calendar.MarketCalendar;
import io.alphapanda.domain.calendar.NseCalendar;
import io.alphapanda.domain.calendar.UsCalendar;
import io.alphapanda.domain.money.Price;
import org.junit.jupiter.api.Test;

class VenuesTest {

    @Test
    void theHouseKnowsFourMarketPlaces() {
        assertThat(Venues.find("NSE"))
                .contains(new Venue("NSE", AssetClass.EQUITY, "INR", Price.of("0.05"), NseCalendar.cash()));
        assertThat(Venues.find("BITSTAMP"))
                .contains(
                        new Venue("BITSTAMP", AssetClass.CRYPTO, "USD", Price.of("0.01"), MarketCalendar.alwaysOpen()));
        assertThat(Venues.find("US"))
                .contains(new Venue("US", AssetClass.EQUITY, "USD", Price.of("0.01"), UsCalendar.equities()));
        assertThat(Venues.find("SIM"))
                .contains(new Venue("SIM", AssetClass.EQUITY, "INR", Price.of("0.05"), MarketCalendar.alwaysOpen()));
    }

    @Test
    void anInstrumentTradesAtItsVenue() {
        assertThat(Venues.find(InstrumentId.of("NSE:TCS"))).isEqualTo(Venues.find("NSE"));
    }

    @Test
    void aVenueNobodyEnteredIsNotMadeUp() {
        assertThat(Venues.find("MCX")).isEmpty();
        assertThat(Venues.find(InstrumentId.of("MCX:GOLD"))).isEmpty();
        assertThat(Venues.currency(InstrumentId.of("MCX:GOLD"))).isEqualTo("XXX");
        assertThat(Venues.currency(InstrumentId.of("NSE:TCS"))).isEqualTo("INR");
    }

    @Test
    void anAssetClassIsReadByItsLabel() {
        assertThat(AssetClass.values())
                .extracting(AssetClass::label)
                .containsExactly("equity", "crypto", "options", "forex");
        assertThat(AssetClass.values()).allMatch(each -> AssetClass.of(each.label()) == each);
    }

    @Test
    void anUnknownAssetClassIsRefusedWithThoseThatExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AssetClass.of("Equity"))
                .withMessage("asset class 'Equity' is unknown; use one of equity, crypto, options, forex");
    }
}
