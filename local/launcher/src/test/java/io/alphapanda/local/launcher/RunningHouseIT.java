package io.alphapanda.local.launcher;

import static io.alphapanda.local.dashboard.Dashboard.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.alphapanda.api.browser.Browser;
import io.alphapanda.api.browser.Views;
import io.alphapanda.local.dashboard.Answers;
import io.alphapanda.local.dashboard.Dashboard;
import io.alphapanda.local.dashboard.FillWatch;
import io.alphapanda.local.dashboard.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// One running house, an arm of processes for each broker: watched and halted at its dashboard, then asked for what the
/// README says can be done with it.
@TestMethodOrder(OrderAnnotation.class)
class RunningHouseIT {

    private static final int ON_A_PHONE = 4;
    private static final Pattern CURL = Pattern.compile("curl '?http://127.0.0.1:8080(/[^'\\s]*)");
    private static final List<String> BROKERS = List.of("paper", "zerodha");
    private static final int FILLS = 12;

    @TempDir
    static Path folder;

    private static PackagedHouse.Running house;
    private static Answers api;
    private static Browser browser;
    private static Dashboard dashboard;

    @BeforeAll
    static void aRunningHouse() throws IOException {
        house = panda("run", "--ticks", "simulated", "--speed", "60x", "--isolated");
        house.awaitSaid("ready, the API answers");
        assertThat(house.process().isAlive()).as(house.said()).isTrue();
        api = new Answers(house.state().address("api"));
        Await.until(Duration.ofMinutes(2), "both lanes have books", RunningHouseIT::haveBooks);
        if (Browser.installed().isPresent()) {
            browser = Browser.start();
            dashboard = new Dashboard(
                    browser, api.address(), Path.of("target", "screenshots").toAbsolutePath());
        }
    }

    @AfterAll
    static void ended() {
        if (browser != null) {
            browser.close();
        }
        house.close();
    }

    private static void aBrowser() {
        assumeTrue(browser != null, "no Chromium under /usr/bin: a running house's dashboard is looked at with one");
    }

    private static boolean haveBooks() {
        var portfolios = api.get("/api/v1/portfolios").toString();
        return BROKERS.stream().allMatch(each -> portfolios.contains('"' + each + '"'));
    }

    @Test
    @Order(1)
    void aFillAppearsByItself() {
        aBrowser();
        var page = dashboard.open("orders");
        var watch = new FillWatch(page);

        Await.until(Duration.ofMinutes(2), FILLS + " fills have appeared", () -> {
            page.waitForTimeout(100);
            return watch.seen().size() >= FILLS;
        });

        var delays = watch.delays(api);
        assertThat(delays).hasSizeGreaterThanOrEqualTo(FILLS);
        System.out.println("dashboard: a fill appeared this long after it was written: " + FillWatch.words(delays));
        System.out.printf(
                "dashboard: numbers stood after %d ms, with a fresh browser; then %d, %d ms%n",
                dashboard.loadedMillis(), dashboard.loadedMillis(), dashboard.loadedMillis());
        assertThat(browser.closePages()).isEmpty();
    }

    @Test
    @Order(2)
    void everyPageShowsWhatTheApiAnswersAndFitsAndIsAccessible() {
        aBrowser();
        var filled = api.list("/api/v1/fills?broker=zerodha&limit=1", "fills").getFirst();
        var views = Views.all(
                filled.path("correlationId").asText(),
                filled.path("strategy").asText(),
                filled.path("instrument").asText());

        // DashboardTest looks at all of them in both themes and at both widths; here they have a house's rows.
        views.forEach(view -> {
            var page = dashboard.look(view, 1280, ColorScheme.LIGHT);
            if (view.startsWith("orders") || view.startsWith("explain")) {
                Dashboard.assertAccessible(page);
            }
            page.context().close();
        });
        views.subList(0, ON_A_PHONE)
                .forEach(view ->
                        dashboard.look(view, 375, ColorScheme.DARK).context().close());

        var numbers = new Numbers(dashboard, api);
        BROKERS.forEach(numbers::ofAccount);
        numbers.ofPortfolios();
        numbers.ofBooks("paper", filled.path("strategy").asText());
        numbers.ofOrders();
        numbers.ofSignals();
        numbers.ofTwins();
        numbers.ofPipeline();
        numbers.ofFillsIn(filled.path("instrument").asText());
        numbers.ofIdea(filled.path("correlationId").asText());
        assertThat(browser.closePages()).isEmpty();
    }

    @Test
    @Order(3)
    void nothingIsFilledBehindTheRedButtonUntilItIsTakenBack() {
        aBrowser();
        var page = dashboard.open("orders");

        Dashboard.command(page, "Halt", "the market has gone mad");

        var denied = denied();
        assertStanding(page, "HALTED");
        Await.until(Duration.ofMinutes(1), "what was at the broker has ended", () -> open() == 0);
        var fills = newestFills();
        Await.until(Duration.ofMinutes(2), "signals are denied in both lanes", () -> BROKERS.stream()
                .allMatch(each -> denied().get(each) >= denied.get(each) + 3));
        assertThat(newestFills()).isEqualTo(fills);

        Dashboard.command(page, "Resume", "it was a fat finger");

        assertStanding(page, "ACTIVE");
        var watch = new FillWatch(page);
        Await.until(Duration.ofMinutes(2), "a fill appears again", () -> {
            page.waitForTimeout(100);
            return !watch.seen().isEmpty();
        });
        assertThat(browser.closePages()).isEmpty();
    }

    private static void assertStanding(Page page, String state) {
        assertSame(
                page,
                "who may trade",
                () -> page.locator(".standing li").allInnerTexts(),
                () -> List.of("paper PAPER " + state, "zerodha SIMULATED " + state));
    }

    private static Map<String, Long> denied() {
        return api.list("/api/v1/pipeline", "lanes").stream()
                .collect(java.util.stream.Collectors.toMap(
                        each -> each.path("broker").asText(),
                        each -> each.path("denied").asLong()));
    }

    private static long open() {
        var ended = List.of("FILLED", "CANCELLED", "REJECTED", "EXPIRED", "FAILED");
        return api.list("/api/v1/orders?limit=500", "orders").stream()
                .filter(each -> !ended.contains(each.path("status").asText()))
                .count();
    }

    private static List<String> newestFills() {
        return api.list("/api/v1/fills?limit=50", "fills").stream()
                .map(each -> each.path("id").asText())
                .toList();
    }

    @Test
    @Order(4)
    void itAnswersEveryCommandOfTheReadme() throws Exception {
        assertThat(house.state().children()).containsKeys("risk-manager-paper", "trading-engine-zerodha");

        assertThat(documentedPaths()).isNotEmpty().allSatisfy(path -> assertThat(api.get(path))
                .as(path)
                .isNotInstanceOf(com.fasterxml.jackson.databind.node.MissingNode.class));
        assertThat(said("topics")).contains("paper.signals.raw", "zerodha.orders.ack", "market.equity.ticks");
        assertThat(said("rebuild")).contains("portfolios projected from the ledger");
        assertThat(said("dead-letters", "list")).contains("0 dead letters");
        assertThat(said("dead-letters", "replay", "--dry-run")).contains("0 of 0 dead letters");
        assertThat(said("check")).contains("The books are in order.");
        assertThat(said("stop")).contains("ended");
        assertThat(house.waitFor()).as(house.said()).isNotEqualTo(1);
        assertThat(said("check")).contains("The books are in order.");
        assertThat(said("stop")).contains("no house is running");
    }

    private static List<String> documentedPaths() throws IOException {
        return CURL.matcher(Files.readString(PackagedHouse.root().resolve("README.md")))
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private static String said(String... command) throws Exception {
        try (var running = panda(command)) {
            assertThat(running.waitFor()).as(running.said()).isZero();
            return running.said();
        }
    }

    private static PackagedHouse.Running panda(String... arguments) throws IOException {
        return new PackagedHouse(folder).command(Map.of(), arguments);
    }
}
