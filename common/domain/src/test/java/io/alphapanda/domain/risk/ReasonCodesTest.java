package io.alphapanda.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.charge.Product;
import io.alphapanda.domain.charge.ZerodhaCharges;
import io.alphapanda.domain.money.BasisPoints;
import io.alphapanda.domain.money.Money;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.order.FailureCode;
import io.alphapanda.domain.order.Order;
import io.alphapanda.domain.order.OrderRequest;
import io.alphapanda.domain.order.OrderStatus;
import io.alphapanda.domain.paper.PaperExecution;
import io.alphapanda.domain.paper.PaperTerms;
import io.alphapanda.domain.placement.Answer;
import io.alphapanda.domain.placement.BrokerOrder;
import io.alphapanda.domain.placement.LookUp;
import io.alphapanda.domain.placement.Placement;
import io.alphapanda.domain.placement.Settling;
import io.alphapanda.domain.signal.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The reference of reason codes is written from the code itself: names and meanings from the enums, the rule, the
/// numbers and the status from what really happens when a code is met.
class ReasonCodesTest {

    private static final Path PAGE =
            Path.of(System.getProperty("panda.root", "../.."), "docs/reference/reason-codes.md");
    private static final String REGENERATE =
            "mvn -pl common/domain test -Dtest=ReasonCodesTest -Dpanda.docs.write=true";

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        if (Boolean.getBoolean("panda.docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE)
                .as("%s is not what the code says; regenerate it with: %s", PAGE.normalize(), REGENERATE)
                .content()
                .isEqualTo(page());
    }

    @ParameterizedTest
    @EnumSource(DenialCode.class)
    void everyDenialCodeIsACategoryAndAConditionWithOneSentence(DenialCode code) {
        assertThat(code.name()).matches("[A-Z]+(_[A-Z]+)+");
        assertThat(code.meaning()).matches("[A-Z][^.|\n]+[.]");
    }

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void everyFailureCodeIsACategoryAndAConditionWithOneSentence(FailureCode code) {
        assertThat(code.name()).matches("[A-Z]+(_[A-Z]+)+");
        assertThat(code.meaning()).matches("[A-Z][^.|\n]+[.]");
        assertThat(failed(code).failure()).contains(code);
    }

    private static String page() {
        var page = new StringBuilder("""
                # Reason codes

                Closed lists; programs count on the names. `ReasonCodesTest` writes this page from `DenialCode`, `FailureCode` and
                what the rules really say, so don't edit it: `%s`

                ## Denied by risk

                A signal that risk denies travels on `{broker}.signals.rejected` with its code and every rule's verdict; a verdict
                carries the numbers its rule looked at. The rules stand in this order, and the first denial names the code:
                %s.

                | code | rule | numbers | meaning |
                |---|---|---|---|
                """.formatted(REGENERATE, rules()));
        Denials.all().forEach((code, situation) -> {
            var verdict = situation.judge().verdicts().stream()
                    .filter(Verdict::isDenial)
                    .findFirst()
                    .orElseThrow();
            page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            code,
                            verdict.rule(),
                            String.join(", ", verdict.numbers().keySet()),
                            code.meaning()));
        });
        page.append("""

                ## Orders that end unfilled

                An approved order that is not placed, or not filled wholly, travels on `{broker}.orders.failed`.

                | code | status | meaning |
                |---|---|---|
                """);
        for (var code : FailureCode.values()) {
            page.append("| `%s` | %s | %s |\n".formatted(code, failed(code).status(), code.meaning()));
        }
        return page.toString();
    }

    private static String rules() {
        var verdicts = Denials.of(DenialCode.SIGNAL_EXPIRED).judge().verdicts();
        return String.join(", ", verdicts.stream().map(Verdict::rule).toList());
    }

    /// What a paper or live account makes of an order that meets the code.
    private static Order failed(FailureCode code) {
        var saturday = Instant.parse("2026-08-01T04:00:00Z");
        return switch (code) {
            case MARKET_CLOSED -> execute(Wish.buy("1").seenAt(saturday), saturday);
            case SIGNAL_EXPIRED -> execute(Wish.buy("1"), Wish.TIME.plusSeconds(30));
            case CLOCK_SKEWED -> execute(Wish.buy("1"), Wish.TIME.minusSeconds(6));
            case VENUE_UNKNOWN -> execute(Wish.buy("1").of("MCX:GOLD"), Wish.TIME);
            case CHARGES_UNKNOWN ->
                execute(
                        new PaperTerms(BasisPoints.ZERO, new ZerodhaCharges(Product.DELIVERY)),
                        Wish.buy("1").of("BITSTAMP:btcusd"),
                        Wish.TIME);
            case TRADING_HALTED, TRADING_REDUCING, PRICE_OUTSIDE_LIMITS ->
                intended().abandon(OrderStatus.FAILED, code).after().order();
            case SEND_TOO_LATE, BROKER_UNREACHABLE, SESSION_INVALID, INSTRUMENT_NOT_LISTED, QUANTITY_INVALID ->
                answered(new Answer.NotSent(code, ""));
            case RATE_LIMITED,
                    EGRESS_UNREGISTERED,
                    FUNDS_INSUFFICIENT,
                    HOLDINGS_INSUFFICIENT,
                    AUTHORISATION_MISSING,
                    ORDER_REFUSED -> answered(new Answer.Refused(code, ""));
            case HALT_CANCELLED -> ended(sent().cancelling(code));
            case ORDER_CANCELLED -> ended(sent());
            case PLACEMENT_NOT_FOUND -> givenUp();
        };
    }

    private static Order ended(Placement placement) {
        return placement
                .observed(
                        new BrokerOrder("1", BrokerOrder.State.CANCELLED, Quantity.ZERO, List.of(), ""),
                        _ -> Money.ZERO)
                .after()
                .order();
    }

    private static Placement intended() {
        return Placement.intended(Order.intended(OrderRequest.of(Wish.buy("1").copy())), "tag");
    }

    private static Placement sent() {
        return intended()
                .send(Wish.TIME, Duration.ofSeconds(1), LocalDate.of(2026, 7, 31))
                .after();
    }

    private static Order answered(Answer answer) {
        return sent().answered(answer).after().order();
    }

    private static Order givenUp() {
        var placement = sent().answered(new Answer.Unclear("")).after();
        for (int i = 0; i < Settling.DEFAULT.leastLookUps(); i++) {
            placement = placement
                    .lookedUp(
                            new LookUp.Read(LocalDate.of(2026, 7, 31), List.of()),
                            Wish.TIME.plusSeconds(300),
                            Settling.DEFAULT.window(),
                            Settling.DEFAULT,
                            _ -> Money.ZERO)
                    .after();
        }
        return placement.order();
    }

    private static Order execute(Wish wish, Instant marketAt) {
        return execute(PaperTerms.DEFAULT, wish, marketAt);
    }

    private static Order execute(PaperTerms terms, Wish wish, Instant marketAt) {
        var order = Order.intended(OrderRequest.of(wish.copy()));
        return new PaperExecution(terms).execute(order, marketAt).order();
    }
}
