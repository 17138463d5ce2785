package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.corridor.service.Program;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A real browser, one for all tests of a process. It ends with the process: its driver sees that by its closed input. */
final class Chromium {

    /** A system property: the directory that gets a picture of each page that is inspected. */
    private static final String PICTURES = "corridor.pictures";

    private static final int HEIGHT = 900;
    /** Much longer than any page takes, also on a busy machine. */
    private static final int PATIENCE_MILLIS = 60_000;

    private static Browser browser;

    private Chromium() {}

    private static Browser launch() {
        var program = Program.find("chromium", "chromium", "chromium-browser", "google-chrome", "Google Chrome");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright.chromium().launch(new LaunchOptions().setExecutablePath(program).setArgs(List.of("--no-sandbox")));
    }

    /** With no cookies yet, and with those of no other window. */
    static Window open(URI server, ColorScheme scheme, int width, boolean runsScripts) {
        if (browser == null) {
            browser = launch();
        }
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(server.toString())
                .setColorScheme(scheme)
                .setViewportSize(width, HEIGHT)
                .setJavaScriptEnabled(runsScripts));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return new Window(context, context.newPage());
    }

    /**
     * A window, how many pages have come in it, and what the browser has complained of. What leads to another page waits until that has come: a
     * click by itself ends before, and what follows it would cancel a form on its way.
     */
    record Window(BrowserContext context, Page page, AtomicInteger arrivals, List<String> complaints) implements AutoCloseable {

        Window(BrowserContext context, Page page) {
            this(context, page, new AtomicInteger(), new ArrayList<>());
            page.onFrameNavigated(frame -> arrivals.incrementAndGet());
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

        void readAnew() {
            page.reload();
        }

        void fill(String label, String text) {
            page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
        }

        /** Presses the only button of this name. */
        void press(String button) {
            press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)));
        }

        /** Follows the first link of this name. */
        void follow(String link) {
            press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).first());
        }

        /** Presses a button or a link. */
        void press(Locator target) {
            leave(target::click);
        }

        /** Presses the Enter key, on something that it sends or follows. */
        void enter() {
            leave(() -> page.keyboard().press("Enter"));
        }

        /** Moves the focus by the keyboard. */
        void tab(int times) {
            for (int i = 0; i < times; i++) {
                page.keyboard().press("Tab");
            }
        }

        private void leave(Runnable act) {
            int before = arrivals.get();
            act.run();
            page.waitForCondition(() -> arrivals.get() > before);
            page.waitForLoadState();
        }

        String text() {
            return page.locator("body").innerText();
        }

        /** Axe finds nothing, or the report names each thing with its places. */
        void isAccessible(String name) {
            fits(name);
            var found = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations().stream().map(Window::describe).toList();

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
