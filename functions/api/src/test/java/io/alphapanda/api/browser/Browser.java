package io.alphapanda.api.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A Chromium installed on this machine, without a window. Collects what its pages complain of.
public final class Browser implements AutoCloseable {

    /// A question that the page itself gave up, such as when it is closed.
    private static final String ABORTED = "net::ERR_ABORTED";

    /// A machine that does much else is slow, and no test is about how slow.
    private static final int PATIENCE_MILLIS = 20_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /// Where Chromium is installed, if it is.
    public static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Browser start() {
        return new Browser(installed().orElseThrow());
    }

    /// An empty page of its own session.
    public Page page(int width, ColorScheme scheme) {
        BrowserContext context = chromium.newContext(
                new NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme));
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> {
            if (!ABORTED.equals(request.failure())) {
                complaints.add("failed: " + request.url() + " " + request.failure());
            }
        });
        return page;
    }

    /// Closes every page.
    ///
    /// @return errors and warnings on their consoles, and questions nobody answered
    public List<String> closePages() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
        var all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
