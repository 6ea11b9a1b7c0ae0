package io.alphapanda.local.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.alphapanda.api.browser.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// The dashboard of a running house.
///
/// @param address  where it is
/// @param pictures where its screenshots go
public record Dashboard(Browser browser, String address, Path pictures) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LOOK_EVERY_MILLIS = 50;
    private static final int MOST_TABS = 60;

    /// Opens a page of it, and waits until nothing on it is being loaded any more.
    public Page open(String view, int width, ColorScheme scheme) {
        var page = browser.page(width, scheme);
        page.navigate(address + "/dashboard#/" + view);
        assertThat(page.locator("main h1")).isVisible();
        assertThat(page.getByText("Loading …")).hasCount(0);
        return page;
    }

    public Page open(String view) {
        return open(view, 1280, ColorScheme.LIGHT);
    }

    /// How long a browser that was never here takes from asking for the overview to an account's equity standing in it.
    public long loadedMillis() {
        var page = browser.page(1280, ColorScheme.LIGHT);
        page.addInitScript("""
                new MutationObserver((_, observer) => {
                  if (document.querySelector('.equity strong')) {
                    window.stoodAt = performance.now();
                    observer.disconnect();
                  }
                }).observe(document, { subtree: true, childList: true });""");
        page.navigate(address + "/dashboard#/overview");
        assertThat(page.locator(".equity strong").first()).isVisible();
        long millis = ((Number) page.evaluate("Math.round(window.stoodAt)")).longValue();
        page.context().close();
        return millis;
    }

    /// Nothing is wider than the window; leaves a picture.
    ///
    /// @return the page, still open
    public Page look(String view, int width, ColorScheme scheme) {
        var page = open(view, width, scheme);
        var what = "%s-%s-%d".formatted(name(view), scheme.name().toLowerCase(Locale.ROOT), width);
        page.screenshot(new ScreenshotOptions().setPath(pictures.resolve(what + ".png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(what + " fits")
                .isEqualTo(true);
        return page;
    }

    /// Nothing serious by axe, with as many rows as a running house has.
    public static void assertAccessible(Page page) {
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .as(page.url())
                .isEmpty();
    }

    private static String name(String view) {
        return view.replaceFirst("/.*", "-one").replaceFirst("\\?.*", "-one");
    }

    /// Waits until what is shown is what the API answers: both move while they are compared.
    public static <T> void assertSame(Page page, String what, Supplier<T> shown, Supplier<T> answered) {
        var deadline = Instant.now().plus(PATIENCE);
        T there = shown.get();
        T expected = answered.get();
        while (!there.equals(expected) && Instant.now().isBefore(deadline)) {
            page.waitForTimeout(LOOK_EVERY_MILLIS);
            there = shown.get();
            expected = answered.get();
        }
        assertThat(there).as(what).isEqualTo(expected);
    }

    /// Gives a command with the keyboard alone, and waits until it is acknowledged.
    ///
    /// @param button its first words: `Halt`, `Resume`
    public static void command(Page page, String button, String reason) {
        tabTo(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)));
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Reason")).isFocused();
        page.keyboard().type(reason);
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog .acknowledged"))
                .containsText(
                        "Acknowledged.",
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(PATIENCE.toMillis()));
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).isHidden();
    }

    /// Backwards where it lies before what has the focus: there may be a page of rows the other way round.
    private static void tabTo(Page page, Locator button) {
        var isBefore = button.evaluate("button => (button.compareDocumentPosition(document.activeElement)"
                + " & Node.DOCUMENT_POSITION_FOLLOWING) !== 0");
        var key = Boolean.TRUE.equals(isBefore) ? "Shift+Tab" : "Tab";
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if (Boolean.TRUE.equals(button.evaluate("button => button === document.activeElement"))) {
                return;
            }
            page.keyboard().press(key);
        }
        throw new AssertionError("the keyboard does not reach " + button);
    }
}
