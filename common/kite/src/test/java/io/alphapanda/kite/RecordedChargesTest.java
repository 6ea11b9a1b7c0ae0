package io.alphapanda.kite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.alphapanda.domain.charge.ZerodhaCharges;
import io.alphapanda.domain.money.Money;
import io.alphapanda.kite.cost.BasketMargin;
import io.alphapanda.kite.cost.Charges;
import io.alphapanda.kite.cost.ContractNote;
import io.alphapanda.kite.cost.OrderMargin;
import io.alphapanda.kite.failure.Attempt.Answered;
import io.alphapanda.kite.failure.Masking;
import io.alphapanda.kite.failure.Reads;
import io.alphapanda.kite.json.KiteJson;
import io.alphapanda.kite.json.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The house's formula for goods and services tax, held against what Kite computed. The recorded answers are of other
/// years with other rates, so only the formula can be compared.
class RecordedChargesTest {

    /// Floating point on the wire.
    private static final BigDecimal NOISE = new BigDecimal("0.0000000001");

    @Test
    void gstIsOfBrokerageExchangeAndRegulator() {
        var margin = read("order_margins.json", KiteJson.listOf(OrderMargin.class)).stream();
        var basket = read("basket_margins.json", KiteJson.one(BasketMargin.class)).orders().stream();
        var gold = notes().get(1);

        assertThat(Stream.of(margin.map(OrderMargin::charges), basket.map(OrderMargin::charges), Stream.of(gold))
                        .flatMap(each -> each))
                .hasSize(4)
                .allSatisfy(each -> assertThat(gst(each)).isCloseTo(each.gst().total(), within(NOISE)));
    }

    /// In 2023 the exchange's charge included its levy for investor protection, which was not taxed: 0.0001 % of 560
    /// rupees of shares, 0.0005 % of 150 rupees of premium.
    @Test
    void contractNotesOfTheNationalExchangeLeftItsLevyUntaxed() {
        var shares = notes().getFirst();
        var option = notes().getLast();

        assertThat(gst(shares).subtract(shares.gst().total()))
                .isCloseTo(new BigDecimal("0.18").multiply(new BigDecimal("0.00056")), within(NOISE));
        assertThat(gst(option).subtract(option.gst().total()))
                .isCloseTo(new BigDecimal("0.18").multiply(new BigDecimal("0.00075")), within(NOISE));
    }

    private static List<Charges> notes() {
        return read("virtual_contract_note.json", KiteJson.listOf(ContractNote.class)).stream()
                .map(ContractNote::charges)
                .toList();
    }

    private static BigDecimal gst(Charges charges) {
        return ZerodhaCharges.gst(
                        new Money(charges.brokerage()),
                        new Money(charges.exchangeTurnoverCharge()),
                        new Money(charges.sebiTurnoverCharge()))
                .amount();
    }

    private static <T> T read(String name, Shape<T> shape) {
        return Reads.value(name, new Answered(200, Recorded.bytes(name), ""), Masking.NONE, shape);
    }
}
