package io.alphapanda.kite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.alphapanda.domain.money.Price;
import io.alphapanda.domain.money.Quantity;
import io.alphapanda.domain.money.Side;
import io.alphapanda.kite.FakeKite.Request;
import io.alphapanda.kite.KiteAccess.MarginSegment;
import io.alphapanda.kite.cost.ChargeQuery;
import io.alphapanda.kite.cost.MarginQuery;
import io.alphapanda.kite.failure.KiteRefusedException;
import io.alphapanda.kite.failure.KiteSessionException;
import io.alphapanda.kite.failure.KiteUnavailableException;
import io.alphapanda.kite.failure.WriteOutcome.Accepted;
import io.alphapanda.kite.failure.WriteOutcome.Refused;
import io.alphapanda.kite.market.InstrumentToken;
import io.alphapanda.kite.market.Interval;
import io.alphapanda.kite.market.Listing;
import io.alphapanda.kite.order.BrokerOrderId;
import io.alphapanda.kite.order.MarketProtection;
import io.alphapanda.kite.order.NewOrder;
import io.alphapanda.kite.order.OrderChange;
import io.alphapanda.kite.order.OrderTag;
import io.alphapanda.kite.order.Placed;
import io.alphapanda.kite.order.Product;
import io.alphapanda.kite.order.Terms;
import io.alphapanda.kite.order.Validity;
import io.alphapanda.kite.order.Variety;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What goes over the wire, and what comes back from it.
@QuarkusTest
class KiteClientTest {

    private static final Secret API_SECRET = Secret.of("s3cret");
    private static final Secret TOKEN = Secret.of("acc3ss");
    private static final Instant NOW = Instant.parse("2026-11-26T05:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(5);
    private static final BrokerOrderId ID = new BrokerOrderId("151220000000000");
    private static final NewOrder ORDER = NewOrder.regular(
            Listing.of("NSE:INFY"),
            Side.BUY,
            Quantity.of(10),
            Product.CNC,
            new Terms.Limit(Price.of("1500.05")),
            new OrderTag("APTEST1"));

    private final FakeKite kite = new FakeKite();
    private final KiteClient client = client("zerodha", kite);
    private final KiteAccess access = client.with(TOKEN);

    @AfterEach
    void close() {
        client.close();
        kite.close();
    }

    @Test
    void theLoginPageKnowsTheAppAndTheAccount() {
        var account = client.account();

        assertThat(account.loginAddress()).hasToString("https://kite.zerodha.com/connect/login?v=3&api_key=k3y");
        assertThat(account.loginAddress("account=zerodha-2"))
                .hasToString("https://kite.zerodha.com/connect/login?v=3&api_key=k3y"
                        + "&redirect_params=account%3Dzerodha-2");
        assertThat(access.tickerAddress().reveal())
                .startsWith("ws://127.0.0.1:")
                .endsWith("?api_key=k3y&access_token=acc3ss");
    }

    @Test
    void aRequestTokenIsExchangedWithItsChecksum() {
        kite.answering("{\"user_id\":\"AB1234\",\"access_token\":\"n3w\",\"login_time\":\"2026-11-26 10:30:00\","
                + "\"refresh_token\":\"\",\"avatar_url\":null}");

        var grant = get(client.exchangeToken(Secret.of("r3quest")));

        assertThat(grant.accessToken()).isEqualTo(Secret.of("n3w"));
        assertThat(grant.loginTime()).isEqualTo(NOW);
        // sha256("k3y" + "r3quest" + "s3cret")
        assertThat(kite.last())
                .isEqualTo(new Request(
                        "POST",
                        "/session/token",
                        "null",
                        "3",
                        "application/x-www-form-urlencoded",
                        "api_key=k3y&request_token=r3quest&checksum="
                                + "4623ce5148bd6f1fdc1e34c61b01c31f6528081d7e7e085c4b155a71de090cfc"));
    }

    @Test
    void aLogoutNamesItsToken() {
        kite.answering("true");

        assertThat(get(access.logOut())).isTrue();
        assertThat(kite.last()).isEqualTo(bare("DELETE", "/session/token?api_key=k3y&access_token=acc3ss"));
    }

    @Test
    void anOrderIsAForm() {
        kite.answering("{\"order_id\":\"151220000000000\"}");

        var outcome = get(access.orders().place(ORDER, LATER));

        assertThat(outcome).isEqualTo(new Accepted<>(new Placed(Optional.of(ID), List.of())));
        assertThat(kite.last())
                .isEqualTo(form(
                        "POST",
                        "/orders/regular",
                        "exchange=NSE&tradingsymbol=INFY&transaction_type=BUY&quantity=10&product=CNC"
                                + "&order_type=LIMIT&price=1500.05&validity=DAY&tag=APTEST1"));
    }

    @Test
    void everyTermAnOrderCanHave() {
        kite.answering("{\"order_id\":\"1\"}");
        var protectedBy2 = MarketProtection.percent("2");
        var symbol = NewOrder.regular(
                Listing.of("NFO:M&M26NOVFUT"),
                Side.SELL,
                Quantity.of(700),
                Product.NRML,
                new Terms.StopMarket(Price.of("3000"), MarketProtection.AUTOMATIC),
                new OrderTag("APTEST1"));

        get(access.orders().place(symbol.afterMarket().autosliced().ofAlgo("A-1"), LATER));
        get(access.orders().place(with(new Terms.Market(protectedBy2)).waiting(Validity.IOC), LATER));
        get(access.orders()
                .place(
                        with(new Terms.StopLimit(Price.of("1500"), Price.of("1499.5")))
                                .waiting(new Validity.Minutes(5))
                                .disclosing(Quantity.of(2)),
                        LATER));

        assertThat(kite.requests())
                .extracting(Request::target, Request::body)
                .containsExactly(
                        tuple(
                                "/orders/amo",
                                "exchange=NFO&tradingsymbol=M%26M26NOVFUT&transaction_type=SELL&quantity=700"
                                        + "&product=NRML&order_type=SL-M&trigger_price=3000&market_protection=-1"
                                        + "&validity=DAY&autoslice=true&tag=APTEST1&algo_id=A-1"),
                        tuple(
                                "/orders/regular",
                                "exchange=NSE&tradingsymbol=INFY&transaction_type=BUY&quantity=10&product=CNC"
                                        + "&order_type=MARKET&market_protection=2&validity=IOC&tag=APTEST1"),
                        tuple(
                                "/orders/regular",
                                "exchange=NSE&tradingsymbol=INFY&transaction_type=BUY&quantity=10&product=CNC"
                                        + "&order_type=SL&price=1500&trigger_price=1499.5&validity=TTL&validity_ttl=5"
                                        + "&disclosed_quantity=2&tag=APTEST1"));
    }

    @Test
    void aChangeAndACancellation() {
        kite.answering("{\"order_id\":\"151220000000000\"}");
        var parent = Optional.of(new BrokerOrderId("99"));
        var orders = access.orders();

        assertThat(get(orders.modify(Variety.REGULAR, ID, OrderChange.to(new Terms.Limit(Price.of("1501"))), LATER)))
                .isEqualTo(new Accepted<>(ID));
        assertThat(kite.last())
                .isEqualTo(form("PUT", "/orders/regular/151220000000000", "order_type=LIMIT&price=1501"));
        get(orders.modify(
                Variety.CO,
                ID,
                new OrderChange(
                        Optional.empty(),
                        Optional.of(Quantity.of(5)),
                        Optional.of(Validity.DAY),
                        Optional.empty(),
                        parent),
                LATER));
        assertThat(kite.last())
                .isEqualTo(form("PUT", "/orders/co/151220000000000", "quantity=5&validity=DAY&parent_order_id=99"));

        assertThat(get(orders.cancel(Variety.AMO, ID, Optional.empty()))).isEqualTo(new Accepted<>(ID));
        assertThat(kite.last()).isEqualTo(bare("DELETE", "/orders/amo/151220000000000"));
        get(orders.cancel(Variety.CO, ID, parent));
        assertThat(kite.last()).isEqualTo(bare("DELETE", "/orders/co/151220000000000?parent_order_id=99"));
    }

    @Test
    void readsOfOrdersAndBooks() {
        kite.answering("[]");

        assertThat(get(access.orders().book())).isEmpty();
        assertThat(get(access.orders().history(ID))).isEmpty();
        assertThat(get(access.orders().trades())).isEmpty();
        assertThat(get(access.orders().trades(ID))).isEmpty();
        assertThat(get(access.portfolio().holdings())).isEmpty();
        kite.answering("{\"net\":[],\"day\":[]}");
        assertThat(get(access.portfolio().positions()).net()).isEmpty();
        kite.answering("{}");
        assertThat(get(access.margins()).equity()).isEmpty();
        kite.answering("{\"enabled\":true,\"net\":-0.0,\"available\":{},\"utilised\":{}}");
        assertThat(get(access.margins(MarginSegment.COMMODITY)).net()).isZero();
        kite.answering("{\"user_id\":\"AB1234\"}");
        assertThat(get(access.profile()).userId()).isEqualTo("AB1234");

        assertThat(kite.requests())
                .containsExactly(
                        bare("GET", "/orders"),
                        bare("GET", "/orders/151220000000000"),
                        bare("GET", "/trades"),
                        bare("GET", "/orders/151220000000000/trades"),
                        bare("GET", "/portfolio/holdings"),
                        bare("GET", "/portfolio/positions"),
                        bare("GET", "/user/margins"),
                        bare("GET", "/user/margins/commodity"),
                        bare("GET", "/user/profile"));
    }

    @Test
    void pricesOfSeveralInstruments() {
        kite.answering("{\"NSE:NIFTY 50\":{\"instrument_token\":256265,\"last_price\":25000.05}}");
        var both = List.of(Listing.of("NSE:NIFTY 50"), Listing.of("NSE:M&M"));

        assertThat(get(access.market().lastPrices(both))).containsOnlyKeys(Listing.of("NSE:NIFTY 50"));
        kite.answering("{}");
        assertThat(get(access.market().quotes(both))).isEmpty();
        assertThat(get(access.market().ohlc(both))).isEmpty();

        assertThat(kite.requests())
                .extracting(each -> each.target().replace("+", "%20").replace("%3A", ":"))
                .containsExactly(
                        "/quote/ltp?i=NSE:NIFTY%2050&i=NSE:M%26M",
                        "/quote?i=NSE:NIFTY%2050&i=NSE:M%26M", "/quote/ohlc?i=NSE:NIFTY%2050&i=NSE:M%26M");
        assertThatThrownBy(() -> access.market().quotes(List.of()))
                .hasMessage("GET /quote for 0 instruments must be for 1 to 500; ask in parts");
    }

    @Test
    void aPieceOfHistory() {
        kite.answering("{\"candles\":[[\"2026-11-26T09:15:00+0530\",1,2,0.5,1.5,10,7]]}");
        var from = Instant.parse("2026-11-26T03:45:00Z");

        var candles = get(access.market()
                .candles(new InstrumentToken(408065), Interval.MINUTES_5, from, from.plusSeconds(60), true));

        assertThat(candles).singleElement().satisfies(each -> {
            assertThat(each.start()).isEqualTo(from);
            assertThat(each.openInterest()).isEqualTo("7");
        });
        assertThat(kite.last().target().replace("+", "%20").replace("%3A", ":"))
                .isEqualTo("/instruments/historical/408065/5minute"
                        + "?from=2026-11-26%2009:15:00&to=2026-11-26%2009:16:00&oi=1");
    }

    @Test
    void thePackedListOfInstruments() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(packed)) {
            stream.write(LIST.getBytes(StandardCharsets.UTF_8));
        }
        kite.answering(200, packed.toByteArray());

        var options = get(access.market().instruments("NFO", each -> each.kind().equals("CE")));

        assertThat(kite.last()).isEqualTo(bare("GET", "/instruments/NFO"));
        assertThat(options.rows()).isEqualTo(3);
        assertThat(options.unreadable()).isOne();
        assertThat(options.instruments()).singleElement().satisfies(option -> {
            assertThat(option.listing()).isEqualTo(Listing.of("NFO:NIFTY26DEC25000CE"));
            assertThat(option.lotSize()).isEqualTo(75);
            assertThat(option.expiry().orElseThrow()).hasToString("2026-12-29");
            assertThat(option.strike()).contains(Price.of("25000"));
        });

        assertThat(get(access.market().instrumentFile("NFO")))
                .as("the same as a file, as it came")
                .isEqualTo(packed.toByteArray());
        assertThat(kite.last()).isEqualTo(bare("GET", "/instruments/NFO"));

        kite.answering(200, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        assertThatThrownBy(() -> get(access.market().instruments(_ -> true)))
                .isInstanceOf(KiteUnavailableException.class)
                .hasMessage("zerodha GET /instruments: list of instruments breaks off");
    }

    @Test
    void costsAreAskedForAsJson() {
        kite.answering("[]");
        var execution = ChargeQuery.of(
                "any", Listing.of("NSE:INFY"), Side.SELL, Product.MIS, Quantity.of(10), Price.of("1500.5"));

        assertThatThrownBy(() -> get(access.costs().charges(List.of(execution))))
                .isInstanceOf(KiteRefusedException.class)
                .hasMessageContaining("0 answers to 1 questions");
        assertThat(kite.last().type()).isEqualTo("application/json");
        assertThat(kite.last().target()).isEqualTo("/charges/orders");
        assertThat(kite.last().body())
                .isEqualTo("[{\"order_id\":\"any\",\"exchange\":\"NSE\",\"tradingsymbol\":\"INFY\","
                        + "\"transaction_type\":\"SELL\",\"variety\":\"regular\",\"product\":\"MIS\","
                        + "\"order_type\":\"LIMIT\",\"quantity\":10,\"average_price\":1500.5}]");

        assertThat(get(access.costs().margins(List.of()))).isEmpty();
        assertThat(kite.last().target()).isEqualTo("/margins/orders");
        kite.answering("{\"initial\":null,\"final\":null,\"orders\":[]}");
        assertThatThrownBy(() -> get(access.costs().basket(List.of(MarginQuery.of(ORDER)), true)))
                .isInstanceOf(KiteRefusedException.class);
        assertThat(kite.last().target()).isEqualTo("/margins/basket?consider_positions=true");
        assertThat(kite.last().body())
                .isEqualTo("[{\"exchange\":\"NSE\",\"tradingsymbol\":\"INFY\",\"transaction_type\":\"BUY\","
                        + "\"variety\":\"regular\",\"product\":\"CNC\",\"order_type\":\"LIMIT\",\"quantity\":10,"
                        + "\"price\":1500.05,\"trigger_price\":0}]");
    }

    @Test
    void errorsReachTheCallerAsTheirKind() {
        kite.answering(403, "{\"status\":\"error\",\"message\":\"Incorrect token\",\"error_type\":\"TokenException\"}");

        assertThatThrownBy(() -> get(access.orders().book()))
                .isInstanceOf(KiteSessionException.class)
                .hasMessage("zerodha GET /orders: HTTP 403 TokenException: Incorrect token");
        assertThat(get(access.orders().place(ORDER, LATER))).isInstanceOf(Refused.class);

        kite.askingToWait("2").answering(429, "");
        assertThatThrownBy(() -> get(access.orders().book()))
                .isInstanceOfSatisfying(KiteUnavailableException.class, failure -> assertThat(failure.retryAfter())
                        .contains(Duration.ofSeconds(2)));
    }

    @Test
    void twoAccountsOfOneKindShareNothing() {
        try (var other = new FakeKite();
                var second = client("zerodha-2", other)) {
            kite.answering("[]");
            other.answering(503, "");

            assertThat(get(access.orders().book())).isEmpty();
            assertThatThrownBy(
                            () -> get(second.with(Secret.of("0ther")).orders().book()))
                    .hasMessageStartingWith("zerodha-2 GET /orders: HTTP 503");
            assertThat(kite.last().authorization()).isEqualTo("token k3y:acc3ss");
            assertThat(other.last().authorization()).isEqualTo("token k3y:0ther");
        }
    }

    private static final String LIST = """
            instrument_token,exchange_token,tradingsymbol,name,last_price,expiry,strike,tick_size,lot_size,instrument_type,segment,exchange
            12345602,48225,NIFTY26DEC25000CE,"NIFTY",0,2026-12-29,25000,0.05,75,CE,NFO-OPT,NFO
            12345858,48226,NIFTY26DEC25000PE,"NIFTY",0,2026-12-29,25000,0.05,75,PE,NFO-OPT,NFO
            abc,48227,BROKEN,"NIFTY",0,2026-12-29,25000,0.05,75,CE,NFO-OPT,NFO
            """;

    private static NewOrder with(Terms terms) {
        return NewOrder.regular(ORDER.listing(), ORDER.side(), ORDER.quantity(), ORDER.product(), terms, ORDER.tag());
    }

    private static Request bare(String method, String target) {
        return new Request(method, target, "token k3y:acc3ss", "3", "null", "");
    }

    private static Request form(String method, String target, String body) {
        return new Request(method, target, "token k3y:acc3ss", "3", "application/x-www-form-urlencoded", body);
    }

    private static KiteClient client(String name, FakeKite kite) {
        return KiteClient.of(
                KiteAccount.zerodha(name, "k3y", API_SECRET).at(kite.addresses()), InstantSource.fixed(NOW));
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
