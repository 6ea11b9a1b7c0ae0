package io.alphapanda.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.alphapanda.api.browser.Browser;
import io.alphapanda.api.browser.Views;
import io.alphapanda.stage.testing.Await;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The dashboard in a real browser.
@QuarkusTest
class DashboardTest extends ApiTest {

    private static final String IDEA = Morning.IDEA;
    private static final Instant DUE = Morning.DUE;
    private static final List<String> VIEWS = Views.all(IDEA, "momentum", "NSE:TCS");

    @TestHTTPResource("/dashboard")
    URI dashboard;

    private static Browser browser;

    @BeforeAll
    static void openBrowser() {
        assumeTrue(Browser.installed().isPresent(), "no Chromium under /usr/bin: the dashboard's tests need one");
        browser = Browser.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void aMorning() {
        Morning.of(seed);
    }

    @AfterEach
    void closePages() {
        assertThat(browser.closePages()).isEmpty();
    }

    private Page open(String view, int width, ColorScheme scheme) {
        var page = browser.page(width, scheme);
        page.addInitScript(Access.loggedIn(Access.ADMIN));
        page.navigate(dashboard + "#/" + view);
        assertThat(page.locator("main h1")).isVisible();
        assertThat(page.getByText("Loading …")).hasCount(0);
        return page;
    }

    private Page open(String view) {
        return open(view, 1280, ColorScheme.LIGHT);
    }

    @Test
    void theOverviewShowsEachAccountByItself() {
        var page = open("overview");

        var paper = page.getByRole(
                AriaRole.ARTICLE,
                new Page.GetByRoleOptions().setName("Account paper").setExact(true));
        assertThat(paper.locator(".badge")).hasText("PAPER");
        assertThat(paper.locator(".equity strong")).hasText("9,99,998.50");
        assertThat(paper.locator(".equity .loss")).hasText("\u22121.50");
        assertThat(page.locator("panda-account")).hasCount(2);
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    @Test
    void fromAnOrderOneClickExplainsItInEveryLane() {
        var page = open("orders");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Explain " + IDEA + "@paper/1"))
                .click();

        assertThat(page.locator(".lanes > section")).hasCount(2);
        assertThat(page.locator(".lanes > section").first()).containsText("70 ms after the tick was due");
        assertThat(page.locator(".lanes > section").last()).containsText("POSITION_LIMIT");
        assertThat(page.locator(".lanes > section").last().locator(".verdicts li"))
                .hasCount(2);
    }

    @Test
    void filtersArePartOfTheAddress() {
        var page = open("signals");
        assertThat(page.locator("tbody tr")).hasCount(2);

        page.getByLabel("Risk said").selectOption("rejected");

        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.url()).endsWith("#/signals?decision=rejected");
        page.reload();
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    @Test
    void withoutTheStreamANewOrderAppearsAllTheSame() {
        var page = browser.page(1280, ColorScheme.LIGHT);
        page.addInitScript(Access.loggedIn(Access.ADMIN));
        page.route(url -> url.contains("/api/v1/stream"), route -> route.fulfill(new FulfillOptions().setStatus(204)));
        page.navigate(dashboard + "#/orders");
        assertThat(page.locator("panda-pulse")).hasText("○ Asking");
        assertThat(page.locator("tbody tr")).hasCount(1);

        seed.order("later", "paper-b", "rsi", "idea-2", "REJECTED", "0", "0", "SEND_TOO_LATE", DUE.plusSeconds(9));

        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody tr").first()).containsText("SEND_TOO_LATE");
    }

    @Test
    void aFillAppearsByItself() {
        var page = open("orders");
        assertThat(page.locator("panda-pulse")).hasText("● Live");
        assertThat(page.locator("tbody tr")).hasCount(1);
        seed.order("o-1", "paper-b", "rsi", "idea-2", "FILLED", "10", "1005", null, DUE.plusSeconds(9));

        long written = System.nanoTime();
        seed.filled("o-1/fill/1-event", "paper-b");

        assertThat(page.locator("tbody tr[data-id='o-1']")).containsText("10 / 10");
        System.out.printf(
                "dashboard: a fill appeared %d ms after it was written%n", (System.nanoTime() - written) / 1_000_000);
    }

    @Test
    void aRefusedQuestionIsToldInTheApisWords() {
        var page = open("orders?strategy=nosuch");

        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("strategy 'nosuch' is neither defined nor has it ever traded");
        assertThat(browser.closePages()).as("Chromium's own remark").allMatch(each -> each.contains("404"));
    }

    @Test
    void whatCantBeRefreshedStaysWithItsAgeAndRecovers() {
        var page = open("orders");
        assertThat(page.locator("tbody tr")).hasCount(1);

        page.route(url -> url.contains("/api/v1/"), Route::abort);
        seed.filled("wakes", "paper-b");

        assertThat(page.locator("panda-orders .state.stale"))
                .containsText("Nothing answers at this address", new ContainsTextOptions().setTimeout(30_000));
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.unrouteAll();
        assertThat(page.locator("panda-orders .state.stale")).hasCount(0, new HasCountOptions().setTimeout(30_000));
        assertThat(browser.closePages()).as("Chromium's own remarks").allMatch(each -> each.contains("ERR_FAILED"));
    }

    @Test
    void aHouseWithoutRowsSaysSo() {
        seed.clear();

        assertThat(open("overview").locator("main")).containsText("No orders yet.");
        assertThat(open("portfolio").locator("main")).containsText("No books yet");
        assertThat(open("orders").locator("main")).containsText("No orders fit.");
        assertThat(open("alerts").locator("main")).containsText("Nothing to tell.");
    }

    /// The dark one differs in its colours.
    @Test
    void everyViewFitsAPhoneAndIsAccessibleInBothThemes() {
        for (var view : VIEWS) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var page = open(view, scheme == ColorScheme.LIGHT ? 375 : 1280, scheme);

                var rules = new AxeBuilder(page);
                var chosen = scheme == ColorScheme.LIGHT
                        ? rules.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        : rules.withRules(List.of("color-contrast"));

                assertThat(chosen.analyze().getViolations())
                        .as("%s, %s", view, scheme)
                        .isEmpty();
                assertThat((Boolean) page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("%s fits", view)
                        .isTrue();
                page.context().close();
            }
        }
    }

    @Test
    void aPortfolioShowsItsEquityCurveWithGapsForMissingPrices() {
        seed.snapshot("1", "paper", "PAPER", DUE, "100", "CURRENT");
        seed.snapshot("2", "paper", "PAPER", DUE.plusSeconds(300), null, "MISSING");
        seed.snapshot("3", "paper", "PAPER", DUE.plusSeconds(600), "-9900", "CURRENT");

        seed.snapshot("4", "paper", "PAPER", DUE.plusSeconds(86_400), "200", "CURRENT");

        var page = open("portfolio?broker=paper&strategy=momentum");

        assertThat(page.locator("panda-curve canvas")).isVisible();
        assertThat(page.locator("figcaption")).containsText("4 snapshots; deepest drawdown \u22121.00 %");
        assertThat(page.getByLabel("Positions").locator("tbody tr")).containsText("NSE:TCS");
        assertThat(page.getByLabel("Result of each day").locator("tbody tr"))
                .containsText(new String[] {"+10,100.00", "\u22129,901.00"});
    }

    @Test
    void fromAnOrderOneClickShowsItsInstrumentWithWhatEachAccountDidInIt() {
        var page = open("orders");

        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("NSE:TCS").setExact(true))
                .first()
                .click();

        assertThat(page.locator("main h1")).containsText("NSE:TCS");
        assertThat(page.locator("panda-candles canvas")).isVisible();
        assertThat(page.locator("panda-candles figcaption")).containsText("2 minutes, 1 fills and 2 signals in them");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr .badge")).hasText("PAPER");
        assertThat(page.locator(".last strong")).hasText("99.50");
    }

    @Test
    void whatRoomsLogIsShownAndNewLinesComeByThemselves() {
        var page = open("logs");
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.getByLabel("At least").selectOption("ERROR");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("a defect");

        // The stream's tail tells what is logged once it has found the end.
        assertThat(page.locator("panda-pulse")).hasText("● Live");
        var second = new AtomicInteger();
        Await.until("a new line comes by itself", () -> {
            seed.logged("error", DUE.plusSeconds(second.incrementAndGet()), 0, "ERROR", "market-feed", "another", "");
            page.waitForTimeout(100);
            return page.locator("tbody tr").count() > 1;
        });
        assertThat(page.locator("tbody tr").first()).containsText("another");
    }

    @Test
    void whatStandsAndWhatTradesIsShown() {
        assertThat(open("alerts").locator("tbody tr")).containsText("OVERFILLED");
        assertThat(open("strategies").locator("tbody tr")).containsText("allowed");
        var pipeline = open("pipeline");
        assertThat(pipeline.locator("panda-pipeline section")).hasCount(3);
        assertThat(pipeline.locator("panda-pipeline")).containsText("1,234");
        assertThat(pipeline.locator("panda-pipeline")).containsText("2 dead letters");
    }

    @Test
    void anAlertIsAcknowledgedWithAButton() {
        var page = open("alerts");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Acknowledge OVERFILLED order-1"))
                .click();

        assertThat(page.locator("[role=status]").first()).containsText("OVERFILLED: acknowledged by ada.");
        assertThat(page.locator("tbody tr")).containsText("by ada");
    }

    @Test
    void theHouseShowsHowItStands() {
        var page = open("system");

        assertThat(page.locator(".parts li")).hasCount(6);
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Pre-flight")))
                .containsText("none: paper is paper, paper-b is paper");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Services")))
                .containsText("a1b2c3d4");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Markets")))
                .containsText("open until 15:30 (Asia/Kolkata)");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Dead letters")))
                .containsText("paper.orders.filled.dlq");
    }

    @Test
    void theKeyboardReachesEveryView() {
        var page = open("overview");

        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
        for (var name : List.of("Alpha Panda", "Overview", "Portfolio", "Orders")) {
            page.keyboard().press("Tab");
            assertThat(page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(name).setExact(true)))
                    .isFocused();
        }
        page.keyboard().press("Enter");

        assertThat(page.locator("main h1")).hasText("Orders");
    }

    @Test
    void thePageTakesNothingFromElsewhere() {
        var answer = given().get("/dashboard");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
