package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.corridor.service.Program;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real browser. */
final class Chromium implements AutoCloseable {

    /** A system property: the directory that gets a picture of each page that is inspected. */
    private static final String PICTURES = "corridor.pictures";

    private static final int HEIGHT = 900;
    private static final int PATIENCE_MILLIS = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() {
        var program = Program.find("chromium", "chromium", "chromium-browser", "google-chrome", "Google Chrome");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new LaunchOptions().setExecutablePath(program).setArgs(List.of("--no-sandbox"));
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** A browser of its own, with no cookies. */
    Window open(URI server, ColorScheme scheme, int width, boolean runsScripts) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(server.toString())
                .setColorScheme(scheme)
                .setViewportSize(width, HEIGHT)
                .setJavaScriptEnabled(runsScripts));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return new Window(context, context.newPage());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** A window, and what the browser has complained of in it. */
    record Window(BrowserContext context, Page page, List<String> complaints) implements AutoCloseable {

        Window(BrowserContext context, Page page) {
            this(context, page, new ArrayList<>());
            page.onConsoleMessage(message -> {
                if ("error".equals(message.type())) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
        }

        void go(String path) {
            page.navigate(path);
        }

        String text() {
            return page.locator("body").innerText();
        }

        /** Axe finds nothing, or the report names each thing with its places. */
        void isAccessible(String name) {
            fits(name);
            var found = new AxeBuilder(page).analyze().getViolations().stream().map(Window::describe).toList();

            assertThat(found).as("what axe finds on %s", page.url()).isEmpty();
        }

        /** Nothing is wider than the window. */
        void fits(String name) {
            paint(name);
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("overflow of %s", page.url())
                    .isEqualTo(0);
        }

        private static String describe(Rule rule) {
            return rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getHtml() + " " + node.getFailureSummary()).toList();
        }

        private void paint(String name) {
            var directory = System.getProperty(PICTURES);
            if (directory != null) {
                var scheme = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'");
                var file = Path.of(directory, name + "-" + scheme + "-" + page.viewportSize().width + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
            }
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
