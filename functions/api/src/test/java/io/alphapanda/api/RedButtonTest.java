package io.alphapanda.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.alphapanda.api.browser.Browser;
import io.alphapanda.stage.testing.Await;
import io.alphapanda.stage.testing.Ledger;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Logging in at the dashboard, and the red button, in a real browser.
@QuarkusTest
class RedButtonTest extends ApiTest {

    private static final String PASSWORD = "a long walk by the sea";

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
    void nobodyIsHalted() {
        Ledger.rows("truncate trading_states, audit");
        Ledger.rows("delete from user_sessions where user_name = 'nina'");
        Ledger.rows("delete from users where name = 'nina'");
        FakeEngine.answers(202, """
                {"broker": "paper", "acknowledged": false, "sending": ["o-1"], "unknown": [], "cancelling": []}""");
    }

    @AfterEach
    void closePages() {
        assertThat(browser.closePages()).isEmpty();
    }

    private Page open(String user) {
        var page = browser.page(1280, ColorScheme.LIGHT);
        if (!user.isEmpty()) {
            page.addInitScript(Access.loggedIn(user));
        }
        page.navigate(dashboard.toString());
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void logIn(Page page, String password) {
        page.getByLabel("User").fill("nina");
        page.getByLabel("Password").fill(password);
        page.keyboard().press("Enter");
    }

    private static void assertAccessible(Page page) {
        var violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations).isEmpty();
    }

    @Test
    void whoeverOpensTheDashboardLogsInAndOut() {
        given().contentType("application/json")
                .body(Map.of("user", "nina", "role", "VIEWER", "password", PASSWORD))
                .post("/api/v1/users");
        var page = open("");
        assertThat(page.getByLabel("User")).isFocused();
        assertAccessible(page);

        logIn(page, PASSWORD);

        assertThat(page.locator("main h1")).hasText("Overview");
        assertThat(page.locator("panda-who")).containsText("nina viewer");
        assertThat(button(page, "Halt")).isDisabled();
        page.reload();
        assertThat(page.locator("panda-who")).containsText("nina viewer");
        button(page, "Log out").click();
        assertThat(page.getByLabel("Password")).isVisible();
        Await.until(
                "the login has ended", () -> Ledger.rows("select ended_why from user_sessions where user_name = 'nina'")
                        .equals(List.of(List.of("logged out"))));
    }

    @Test
    void aWrongPasswordIsToldAndNobodyIsIn() {
        var page = open("");

        logIn(page, "a wrong password");

        assertThat(page.getByRole(AriaRole.ALERT)).hasText("user or password is wrong");
        assertThat(page.locator("panda-halt")).hasCount(0);
        assertThat(browser.closePages()).as("Chromium's own remark").allMatch(each -> each.contains("401"));
    }

    @Test
    void aTraderHaltsAnAccountAndSeesWhatIsStillBeingSent() {
        var page = open(Access.TRADER);
        assertThat(page.locator(".standing li"))
                .containsText(new String[] {"paper PAPER ACTIVE", "paper-b PAPER ACTIVE"});

        button(page, "Halt").click();
        assertThat(page.getByLabel("Reason")).isFocused();
        assertAccessible(page);
        page.locator("dialog [name=broker]").selectOption("paper");
        page.getByLabel("Reason").fill("the market has gone mad");
        button(page, "Halt paper now").click();

        assertThat(page.locator("dialog")).containsText("not acknowledged yet");
        assertThat(page.locator("dialog")).containsText("still being sent: o-1");
        assertThat(FakeEngine.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/brokers/paper/trading-state");
            assertThat(asked.body().getMap())
                    .isEqualTo(Map.of("state", "HALTED", "reason", "the market has gone mad", "by", Access.TRADER));
        });
        var written = given().get("/api/v1/audit").jsonPath();
        assertThat(written.getString("entries[0].user")).isEqualTo(Access.TRADER);
        assertThat(written.getString("entries[0].outcome")).isEqualTo("HOLDS");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).isHidden();
        Ledger.rows("""
                insert into trading_states (broker, strategy, state, version, reason, changed_by)
                values ('paper', '', 'HALTED', 1, 'the market has gone mad', 'tom')""");
        assertThat(page.locator(".standing li").first()).hasText("paper PAPER HALTED");
        assertThat(given().get("/api/v1/trading-state").jsonPath().getString("lanes[0].state"))
                .isEqualTo("HALTED");
    }
}
