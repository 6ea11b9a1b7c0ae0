package io.alphapanda.local.dashboard;

import static io.alphapanda.local.dashboard.Dashboard.assertSame;
import static io.alphapanda.local.dashboard.Shown.amount;
import static io.alphapanda.local.dashboard.Shown.facts;
import static io.alphapanda.local.dashboard.Shown.number;
import static io.alphapanda.local.dashboard.Shown.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import io.alphapanda.api.browser.Views;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/// Numbers of each page against the API's. Where prices move them too fast to be compared, a page's own are held
/// against each other.
public record Numbers(Dashboard dashboard, Answers api) {

    private static final BigDecimal ROUNDING = new BigDecimal("0.02");

    /// The overview's card of an account.
    public void ofAccount(String broker) {
        var page = dashboard.open("overview");
        var card = page.getByLabel(
                "Account " + broker, new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true));
        assertSame(
                page,
                "overview of " + broker,
                () -> {
                    var facts = facts(card);
                    return List.of(
                            number(facts.get("Realised")),
                            number(facts.get("Fees")),
                            number(facts.get("Cash")),
                            number(facts.get("Open positions")));
                },
                () -> {
                    var summary = api.get("/api/v1/portfolios/" + broker + "/summary");
                    var total = summary.path("totals").path(0);
                    return List.of(
                            of(total, "realizedPnl"),
                            of(total, "fees"),
                            of(total, "cash"),
                            summary.path("positions").decimalValue());
                });
        var started = of(
                api.get("/api/v1/portfolios/" + broker + "/summary")
                        .path("totals")
                        .path(0),
                "startingCash");
        // They are read one after the other, and the market goes on.
        assertSame(
                page,
                "that equity of " + broker + " is what it began with and what became of it",
                () -> {
                    var equity = equity(card);
                    return isSum(equity, started, facts(card)) && equity.equals(equity(card));
                },
                () -> true);
        assertThat(card.locator(".badge").innerText()).isEqualTo(realityOf(broker));
        page.context().close();
    }

    private static BigDecimal equity(Locator card) {
        return number(card.locator(".equity strong").innerText());
    }

    /// Each figure is rounded by itself.
    private static boolean isSum(BigDecimal equity, BigDecimal started, Map<String, String> facts) {
        var sum = started.add(number(facts.get("Realised")))
                .add(number(facts.get("Unrealised")))
                .subtract(number(facts.get("Fees")));
        return equity.subtract(sum).abs().compareTo(ROUNDING) <= 0;
    }

    private String realityOf(String broker) {
        return api.get("/api/v1/brokers/" + broker).path("reality").asText();
    }

    public void ofPortfolios() {
        var page = dashboard.open("portfolio");
        assertSame(
                page,
                "portfolios",
                () -> byId(rows(page.locator("main")), "Cash", "In positions", "Realised", "Fees"),
                () -> {
                    var all = new TreeMap<String, List<BigDecimal>>();
                    api.list("/api/v1/portfolios?limit=500", "portfolios")
                            .forEach(each -> all.put(
                                    text(each, "broker") + " " + text(each, "strategy"),
                                    List.of(
                                            of(each, "cash"),
                                            of(each, "positionsCost"),
                                            of(each, "realizedPnl"),
                                            of(each, "fees"))));
                    return all;
                });
        page.context().close();
    }

    /// One portfolio with its positions.
    public void ofBooks(String broker, String strategy) {
        var page = dashboard.open("portfolio?broker=" + broker + "&strategy=" + strategy);
        var books = page.locator("panda-books");
        assertSame(
                page,
                strategy + " at " + broker,
                () -> byId(rows(books.getByLabel("Positions")), "Quantity", "Average", "Realised", "Fees"),
                () -> {
                    var all = new TreeMap<String, List<BigDecimal>>();
                    api.list("/api/v1/portfolios/" + broker + "/" + strategy, "positions")
                            .forEach(each -> all.put(
                                    text(each, "instrument"),
                                    List.of(
                                            new BigDecimal(text(each, "signedQuantity")),
                                            of(each, "averageEntryPrice"),
                                            of(each, "realizedPnl"),
                                            of(each, "fees"))));
                    return all;
                });
        page.context().close();
    }

    public void ofOrders() {
        var page = dashboard.open("orders");
        assertSame(
                page,
                "orders",
                () -> rows(page.locator("main")).stream()
                        .map(each -> List.of(each.get("id"), each.get("Filled"), each.get("Account")))
                        .toList(),
                () -> api.list("/api/v1/orders?limit=50", "orders").stream()
                        .map(each -> List.of(
                                text(each, "id"),
                                text(each, "filledQuantity") + " / " + text(each, "quantity"),
                                text(each, "broker") + " " + text(each, "reality")))
                        .toList());
        page.context().close();
    }

    public void ofSignals() {
        var page = dashboard.open("signals");
        assertSame(
                page,
                "signals",
                () -> rows(page.locator("main")).stream()
                        .map(each -> List.of(each.get("id"), number(each.get("Price"))))
                        .toList(),
                () -> api.list("/api/v1/signals?limit=50", "signals").stream()
                        .map(each -> List.of(text(each, "id"), of(each, "price")))
                        .toList());
        page.context().close();
    }

    public void ofTwins() {
        var page = dashboard.open("twins");
        assertSame(
                page,
                "twins",
                () -> byId(
                        rows(page.getByLabel("Twins by strategy and instrument")),
                        "Signals",
                        "Both",
                        "Missed",
                        "Extra",
                        "Neither"),
                () -> {
                    var all = new TreeMap<String, List<BigDecimal>>();
                    api.list("/api/v1/twins/summary?broker=zerodha", "rows")
                            .forEach(each -> all.put(
                                    text(each, "strategy") + " " + text(each, "instrument"),
                                    List.of("signals", "both", "missed", "extra", "neither").stream()
                                            .map(name -> each.path(name).decimalValue())
                                            .toList()));
                    return all;
                });
        page.context().close();
    }

    public void ofPipeline() {
        var page = dashboard.open("pipeline");
        assertSame(
                page,
                "pipeline",
                () -> page.locator("panda-pipeline .count strong").allInnerTexts().stream()
                        .map(Shown::number)
                        .toList(),
                () -> api.list("/api/v1/pipeline", "lanes").stream()
                        .flatMap(
                                lane -> StreamSupport.stream(lane.path("stages").spliterator(), false))
                        .map(stage -> stage.path("count").decimalValue())
                        .toList());
        page.context().close();
    }

    public void ofFillsIn(String instrument) {
        var page = dashboard.open("instrument/" + Views.escaped(instrument));
        assertSame(
                page,
                "fills in " + instrument,
                () -> rows(page.locator("main")).stream()
                        .map(each -> List.of(each.get("id"), number(each.get("Price")), number(each.get("Fees"))))
                        .toList(),
                () -> api.list("/api/v1/fills?limit=50&instrument=" + Views.escaped(instrument), "fills").stream()
                        .map(each -> List.of(text(each, "id"), of(each, "price"), of(each, "fees")))
                        .toList());
        page.context().close();
    }

    /// One idea in every lane.
    public void ofIdea(String correlationId) {
        var page = dashboard.open("explain/" + Views.escaped(correlationId));
        assertSame(
                page,
                correlationId,
                () -> page.locator(".lanes > section").all().stream()
                        .map(lane -> facts(lane))
                        .map(facts -> List.of(facts.get("Filled").split(" ")[0], number(facts.get("Fees"))))
                        .toList(),
                () -> api.list("/api/v1/explain/" + Views.escaped(correlationId), "lanes").stream()
                        .map(lane -> lane.path("execution"))
                        .map(each -> List.of(text(each, "filledQuantity"), of(each, "fees")))
                        .toList());
        page.context().close();
    }

    private static Map<String, List<BigDecimal>> byId(List<Map<String, String>> rows, String... columns) {
        var all = new TreeMap<String, List<BigDecimal>>();
        rows.forEach(row -> all.put(
                row.get("id"),
                List.of(columns).stream()
                        .map(column -> row.get(column).equals("–") ? BigDecimal.ZERO : number(row.get(column)))
                        .toList()));
        return all;
    }

    private static String text(JsonNode row, String name) {
        return row.path(name).asText();
    }

    private static BigDecimal of(JsonNode row, String name) {
        return row.path(name).isNull() ? BigDecimal.ZERO : amount(text(row, name));
    }
}
