package io.alphapanda.kite;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Side;
import io.alphapanda.kite.cost.BasketMargin;
import io.alphapanda.kite.cost.ContractNote;
import io.alphapanda.kite.cost.OrderMargin;
import io.alphapanda.kite.failure.Attempt.Answered;
import io.alphapanda.kite.failure.Masking;
import io.alphapanda.kite.failure.Reads;
import io.alphapanda.kite.failure.WriteOutcome;
import io.alphapanda.kite.failure.WriteOutcome.Accepted;
import io.alphapanda.kite.failure.Writes;
import io.alphapanda.kite.json.KiteJson;
import io.alphapanda.kite.json.Shape;
import io.alphapanda.kite.market.Candle;
import io.alphapanda.kite.market.Depth;
import io.alphapanda.kite.market.InstrumentList;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.market.LastPrice;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.market.OhlcQuote;
import io.alphapanda.kite.market.Quote;
import io.alphapanda.kite.order.BrokerOrderId;
import io.alphapanda.kite.order.KiteOrder;
import io.alphapanda.kite.order.KiteTrade;
import io.alphapanda.kite.order.OrderStatus.Phase;
import io.alphapanda.kite.order.OrderUpdate;
import io.alphapanda.kite.order.OrderUpdate.Posted;
import io.alphapanda.kite.order.Placed;
import io.alphapanda.kite.portfolio.KitePosition;
import io.alphapanda.kite.portfolio.Margins;
import io.alphapanda.kite.portfolio.Positions;
import io.alphapanda.kite.portfolio.SegmentMargin;
import io.alphapanda.kite.session.Grant;
import io.alphapanda.kite.session.Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every recorded answer, with the values it shows.
class RecordedAnswersTest {

    @Test
    void aLoginIsGranted() {
        var grant = read("generate_session.json", KiteJson.one(Grant.class));

        assertThat(grant.userId()).isEqualTo("XX0000");
        assertThat(grant.userName()).isEqualTo("Kite Connect");
        assertThat(grant.accessToken().reveal()).isEqualTo("XXXXXX");
        assertThat(grant.loginTime()).isEqualTo(ist("2021-01-01T16:15:14"));
        assertThat(grant.exchanges()).containsExactly("NSE", "NFO", "BFO", "CDS", "BSE", "MCX", "BCD", "MF");
        assertThat(grant.products()).containsExactly("CNC", "NRML", "MIS", "BO", "CO");
        assertThat(grant.orderTypes()).containsExactly("MARKET", "LIMIT", "SL", "SL-M");
        assertThat(grant.toString()).doesNotContain("XXXXXX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"session_logout.json", "convert_position.json"})
    void aYesIsATrue(String file) {
        assertThat(read(file, KiteJson.one(Boolean.class))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"profile.json, 8, BFO", "full_profile.json, 7, MF"})
    void aProfileSaysWhoItIs(String file, int exchanges, String first) {
        var profile = read(file, KiteJson.one(Profile.class));

        assertThat(profile.userId()).isEqualTo("AB1234");
        assertThat(profile.userName()).isEqualTo("AxAx Bxx");
        assertThat(profile.broker()).isEqualTo("ZERODHA");
        assertThat(profile.exchanges()).hasSize(exchanges).startsWith(first);
        assertThat(profile.orderTypes()).contains("SL-M");
    }

    @Test
    void marginsKeepEveryDigitOfTheNoise() {
        var margins = read("margins.json", KiteJson.one(Margins.class));

        var equity = margins.equity().orElseThrow();
        assertThat(equity.enabled()).isTrue();
        assertThat(equity.net()).isEqualTo(new BigDecimal("99725.05000000002"));
        assertThat(equity.available().cash()).isEqualTo(new BigDecimal("245431.6"));
        assertThat(equity.available().liveBalance()).isEqualTo(new BigDecimal("99725.05000000002"));
        assertThat(equity.utilised().debits()).isEqualTo(new BigDecimal("145706.55"));
        assertThat(equity.utilised().m2mRealised()).isEqualTo(new BigDecimal("761.7"));
        assertThat(equity.utilised().span()).isEqualTo(new BigDecimal("101989"));
        assertThat(margins.commodity().orElseThrow().net()).isEqualTo(new BigDecimal("100661.7"));
    }

    @ParameterizedTest
    @CsvSource({
        "margins_equity.json, 99725.05000000002, 99725.05000000002, 38981.25",
        "margin_commodity.json, 96426.33, 96426.32999999999, 117.35"
    })
    void marginsOfOneSegment(String file, BigDecimal net, BigDecimal live, BigDecimal exposure) {
        var margin = read(file, KiteJson.one(SegmentMargin.class));

        assertThat(margin.net()).isEqualTo(net);
        assertThat(margin.available().liveBalance()).isEqualTo(live);
        assertThat(margin.utilised().exposure()).isEqualTo(exposure);
        assertThat(margin.utilised().payout()).isZero();
    }

    @Test
    void anOrderIsTaken() {
        var placed = outcome("order_response.json", Placed.shape(Masking.NONE));

        assertThat(placed)
                .isEqualTo(new Accepted<>(new Placed(Optional.of(new BrokerOrderId("151220000000000")), List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order_modify.json", "order_cancel.json"})
    void aChangeIsTaken(String file) {
        assertThat(outcome(file, Placed::id)).isEqualTo(new Accepted<>(new BrokerOrderId("151220000000000")));
    }

    @Test
    void theBookHasTenOrders() {
        var book = book();

        assertThat(book)
                .extracting(each -> each.orderId() + " " + each.status() + " " + each.listing() + " " + each.variety())
                .containsExactly(
                        "100000000000000 CANCELLED CDS:USDINR21JUNFUT regular",
                        "300000000000000 COMPLETE NSE:IOC regular",
                        "500000000000000 COMPLETE NSE:IOC regular",
                        "220524001859672 REJECTED NSE:SBIN iceberg",
                        "700000000000000 COMPLETE MCX:GOLDPETAL21JUNFUT regular",
                        "9000000000000000 COMPLETE MCX:GOLDPETAL21JUNFUT regular",
                        "98000000000000000 CANCELLED NSE:BHEL auction",
                        "250117800776785 CANCELLED NSE:SBIN regular",
                        "1953341975595868160 COMPLETE NSE:TATASTEEL regular",
                        "1953367517686685697 COMPLETE NFO:NIFTY2580724400CE regular");
        assertThat(book).allMatch(each -> each.status().phase() == Phase.TERMINAL);
        assertThat(book.get(2).side()).isEqualTo(Side.SELL);
        assertThat(book.get(2).averagePrice()).isEqualTo("109.35");
    }

    @Test
    void aCancelledOrderMayStillCallItsRestPending() {
        var order = book().getFirst();

        assertThat(order.orderTimestamp()).contains(ist("2021-05-31T09:18:57"));
        assertThat(order.exchangeTimestamp()).contains(ist("2021-05-31T09:15:38"));
        assertThat(order.exchangeUpdateTimestamp()).contains(ist("2021-05-31T09:18:58"));
        assertThat(order.exchangeOrderId()).contains("200000000000000");
        assertThat(order.parentOrderId()).isEmpty();
        assertThat(order.instrumentToken()).contains(new InstrumentToken(412675));
        assertThat(order.price()).isEqualTo("72");
        assertThat(order.pendingQuantity()).isOne();
        assertThat(order.cancelledQuantity()).isOne();
        assertThat(order.filledQuantity()).isZero();
        assertThat(order.tag()).isEmpty();
        assertThat(order.tags()).isEmpty();
    }

    @Test
    void anOrderRejectedBeforeTheExchangeHasNoNumberThere() {
        var order = book().get(3);

        assertThat(order.exchangeOrderId()).isEmpty();
        assertThat(order.exchangeTimestamp()).isEmpty();
        assertThat(order.statusMessage())
                .isEqualTo("Insufficient funds. Required margin is 95417.84 but available margin is 74251.80."
                        + " Check the orderbook for open orders.");
        assertThat(order.statusMessageRaw()).startsWith("RMS:Margin Exceeds,Required:95417.84");
        assertThat(order.validity()).isEqualTo("TTL");
        assertThat(order.validityTtl()).isEqualTo(2);
        assertThat(order.tags()).containsExactly("icebergord");
        var iceberg = order.meta().orElseThrow().path("iceberg");
        assertThat(iceberg.path("legs").asInt()).isEqualTo(5);
        assertThat(iceberg.path("remaining_quantity").asInt()).isEqualTo(800);
    }

    @Test
    void keysThatComeAndGo() {
        var book = book();

        assertThat(book.get(5).tags()).containsExactly("connect test order2", "XXXXX");
        assertThat(book.get(6).auctionNumber()).isEqualTo("22");
        assertThat(book.get(6).side()).isEqualTo(Side.SELL);
        assertThat(book.get(7).product()).isEqualTo("MTF");
        assertThat(book.get(7).accountId()).isEqualTo("XXXXXX");
        assertThat(book.get(0).accountId()).isEmpty();
        assertThat(book.get(9).terminalId()).isEqualTo("111111111111100");
    }

    @Test
    void aMarketOrderThatBecameALimitOrder() {
        var order = book().get(8);

        assertThat(order.orderType()).isEqualTo("LIMIT");
        assertThat(order.price()).isEqualTo("159.82");
        assertThat(order.averagePrice()).isEqualTo("156.7");
        assertThat(order.marketProtection()).isZero();
        assertThat(order.tag()).isEmpty();
        assertThat(order.tags()).containsExactly("mktp", "mktp:2.00");
    }

    @Test
    void aSliceNamesTheWhole() {
        var slice = book().get(9);

        assertThat(slice.sliceOf()).contains("1953367517640548352");
        assertThat(slice.filledQuantity()).isEqualTo("150");
        assertThat(book().get(8).sliceOf()).isEmpty();
    }

    @Test
    void theDaysTrades() {
        var trades = read("trades.json", KiteJson.listOf(KiteTrade.class));

        assertThat(trades)
                .extracting(each -> each.tradeId() + " " + each.orderId() + " " + each.listing() + " " + each.quantity()
                        + "@" + each.averagePrice())
                .containsExactly(
                        "10000000 200000000000000 NSE:SBIN 1@420.65",
                        "40000000 500000000000000 CDS:USDINR21JUNFUT 1@72.755",
                        "70000000 800000000000000 MCX:GOLDPETAL21JUNFUT 1@4852",
                        "90000000 1100000000000000 MCX:GOLDPETAL21JUNFUT 1@4852");
        var first = trades.getFirst();
        assertThat(first.orderTimestamp()).isEqualTo("09:16:39");
        assertThat(first.orderedAt()).contains(ist("2021-05-31T09:16:39"));
        assertThat(first.fillTimestamp()).contains(ist("2021-05-31T09:16:39"));
        assertThat(first.exchangeOrderId()).contains("300000000000000");
    }

    @Test
    void theTradesOfOneOrder() {
        assertThat(read("order_trades.json", KiteJson.listOf(KiteTrade.class)))
                .singleElement()
                .satisfies(trade -> {
                    assertThat(trade.tradeId()).isEqualTo("10000000");
                    assertThat(trade.orderId()).isEqualTo(new BrokerOrderId("200000000000000"));
                    assertThat(trade.averagePrice()).isEqualTo("4852");
                    assertThat(trade.orderedAt()).contains(ist("2021-05-31T16:00:36"));
                });
    }

    @Test
    void positionsOfTheAccount() {
        var positions = read("positions.json", KiteJson.one(Positions.class));

        assertThat(positions.net())
                .extracting(KitePosition::tradingsymbol)
                .containsExactly("LEADMINI17DECFUT", "GOLDGUINEA17DECFUT", "SBIN");
        assertThat(positions.day()).hasSize(3);
        var lead = positions.net().getFirst();
        assertThat(lead.multiplier()).isEqualTo("1000");
        assertThat(lead.value()).isEqualTo("-161050");
        var gold = positions.day().getFirst();
        assertThat(gold.quantity()).isEqualTo("-3");
        assertThat(gold.averagePrice()).isEqualTo("23340");
        assertThat(gold.pnl()).isEqualTo("-93");
        assertThat(gold.markToMarket()).isEqualTo("-93");
        assertThat(gold.daySellQuantity()).isEqualTo("4");
        assertThat(positions.net().get(1).overnightQuantity()).isEqualTo("3");
        assertThat(positions.net().get(2).product()).isEqualTo("CO");
    }

    @Test
    void aQuote() {
        var quote = read("quote.json", KiteJson.mapOf(Quote.class)).get("NSE:INFY");

        assertThat(quote.instrumentToken()).isEqualTo(new InstrumentToken(408065));
        assertThat(quote.timestamp()).contains(ist("2021-06-08T15:45:56"));
        assertThat(quote.lastTradeTime()).contains(ist("2021-06-08T15:45:52"));
        assertThat(quote.lastPrice()).isEqualTo("1412.95");
        assertThat(quote.volume()).isEqualTo("7360198");
        assertThat(quote.lowerCircuitLimit()).isEqualTo("1250.7");
        assertThat(quote.upperCircuitLimit()).isEqualTo("1528.6");
        assertThat(quote.ohlc().close()).isEqualTo("1389.65");
        var depth = quote.depth().orElseThrow();
        assertThat(depth.buy()).hasSize(5);
        assertThat(depth.sell().getFirst())
                .isEqualTo(new Depth.Level(new BigDecimal("1412.95"), new BigDecimal("5191"), 13));
    }

    @Test
    void lastPricesAndTheDaysPrices() {
        assertThat(read("ltp.json", KiteJson.mapOf(LastPrice.class)))
                .containsExactly(
                        entry("NSE:INFY", new LastPrice(new InstrumentToken(408065), new BigDecimal("1074.35"))));
        var ohlc = read("ohlc.json", KiteJson.mapOf(OhlcQuote.class)).get("NSE:INFY");
        assertThat(ohlc.lastPrice()).isEqualTo("1075");
        assertThat(ohlc.ohlc().open()).isEqualTo("1085.8");
        assertThat(ohlc.ohlc().high()).isEqualTo("1085.9");
        assertThat(ohlc.ohlc().low()).isEqualTo("1070.9");
        assertThat(ohlc.ohlc().close()).isEqualTo("1075.8");
    }

    @Test
    void sixMinutesOfHistory() {
        var candles = read("historical_minute.json", Candle.SHAPE);

        assertThat(candles).hasSize(6);
        assertThat(candles.getFirst())
                .isEqualTo(new Candle(
                        ist("2017-12-15T09:15:00"),
                        new BigDecimal("1704.5"),
                        new BigDecimal("1705"),
                        new BigDecimal("1699.25"),
                        new BigDecimal("1702.8"),
                        new BigDecimal("2499"),
                        BigDecimal.ZERO));
        assertThat(candles.getLast().start()).isEqualTo(ist("2017-12-15T09:20:00"));
    }

    @Test
    void chargesOfThreeExecutions() {
        var notes = read("virtual_contract_note.json", KiteJson.listOf(ContractNote.class));

        assertThat(notes)
                .extracting(each -> each.side() + " " + each.tradingsymbol() + " " + each.quantity() + "@"
                        + each.price() + " " + each.charges().transactionTaxType() + " "
                        + each.charges().total())
                .containsExactly(
                        "BUY SBIN 1@560 stt 0.5826968",
                        "SELL GOLDPETAL23JULFUT 1@5862 ctt 2.84811132",
                        "BUY NIFTY2371317900PE 100@1.5 stt 23.689427000000002");
        assertThat(notes.getFirst().charges().gst().igst()).isEqualTo(new BigDecimal("0.0033767999999999997"));
        assertThat(notes.get(2).charges().brokerage()).isEqualTo("20");
    }

    @Test
    void marginOfOneOrder() {
        var margin =
                read("order_margins.json", KiteJson.listOf(OrderMargin.class)).getFirst();

        assertThat(margin.valueAtRisk()).isEqualTo("1498");
        assertThat(margin.total()).isEqualTo("1498");
        assertThat(margin.charges().exchangeTurnoverCharge()).isEqualTo("0.051681");
        assertThat(margin.charges().gst().total()).isEqualTo(new BigDecimal("0.011372219999999999"));
    }

    @Test
    void marginOfABasket() {
        var basket = read("basket_margins.json", KiteJson.one(BasketMargin.class));

        assertThat(basket.initial().total()).isEqualTo("96504.975");
        assertThat(basket.hedged().span()).isEqualTo(new BigDecimal("7788.000000000007"));
        assertThat(basket.hedged().total()).isEqualTo(new BigDecimal("34786.725000000006"));
        assertThat(basket.hedged().charges().total()).isZero();
        assertThat(basket.orders())
                .extracting(OrderMargin::tradingsymbol)
                .containsExactly("NIFTY23JUL20600CE", "NIFTY23JUL20700CE");
        assertThat(basket.orders().get(1).charges().total()).isEqualTo("23.908152575");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theListOfInstrumentsPackedOrNot(boolean packed) throws IOException {
        var csv = Recorded.bytes("instruments_nse.csv");
        var list = InstrumentList.read(new ByteArrayInputStream(packed ? packed(csv) : csv), _ -> true);

        assertThat(list.rows()).isEqualTo(99);
        assertThat(list.unreadable()).isZero();
        var first = list.instruments().getFirst();
        assertThat(first.token()).isEqualTo(new InstrumentToken(3813889));
        assertThat(first.listing()).isEqualTo(Listing.of("NSE:CENTRALBK-BE"));
        assertThat(first.name()).isEqualTo("CENTRAL BANK OF INDIA");
        assertThat(first.priceIncrement()).contains(Price.of("0.05"));
        assertThat(first.lotSize()).isOne();
        assertThat(first.expiry()).isEmpty();
        assertThat(first.strike()).isEmpty();
        var bond = list.instruments().getLast();
        assertThat(bond.listing().instrument().orElseThrow().toString()).isEqualTo("NSE:IRFC-ND");
        assertThat(bond.priceIncrement()).contains(Price.of("0.01"));
    }

    @Test
    void aPostbackIsReadButProvedOnlyWithItsOwnSecret() {
        var body = Recorded.bytes("postback.json");

        assertThat(OrderUpdate.posted(body, Secret.of("another-apps"))).isEqualTo(new Posted.Forged());
        var order = OrderUpdate.of(KiteJson.tree(body)).order();
        assertThat(order.orderId()).isEqualTo(new BrokerOrderId("220303000308932"));
        assertThat(order.status().isComplete()).isTrue();
        assertThat(order.averagePrice()).isEqualTo("470");
        assertThat(order.orderTimestamp()).contains(ist("2022-03-03T09:24:25"));
        assertThat(order.toString()).doesNotContain("2011845d9348bd67");
    }

    private static List<KiteOrder> book() {
        return read("orders.json", KiteJson.listOf(KiteOrder.class));
    }

    private static <T> T read(String file, Shape<T> shape) {
        return Reads.value(file, new Answered(200, Recorded.bytes(file), ""), Masking.NONE, shape);
    }

    private static <T> WriteOutcome<T> outcome(String file, Shape<T> shape) {
        return Writes.outcome(new Answered(200, Recorded.bytes(file), ""), Masking.NONE, shape);
    }

    private static Instant ist(String text) {
        return Instant.parse(text + "+05:30");
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(packed)) {
            stream.write(bytes);
        }
        return packed.toByteArray();
    }
}
