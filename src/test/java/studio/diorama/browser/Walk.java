package studio.diorama.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.diorama.testing.Browser;
import studio.diorama.testing.StudioProcess;

/// A walk through a new studio of its own in a real browser, with the steps that every walk begins with. At each
/// station
/// a screenshot goes to `target/screenshots`, and axe-core looks for what keeps people out.
final class Walk implements AutoCloseable {

    /// Only a broken studio takes so long, even where other work runs beside it.
    private static final double PATIENCE_MILLIS = 240_000;
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /// What the web server says when a page is left while an answer is on its way to it.
    private static final String PAGE_LEFT = "UT000127";

    private final StudioProcess studio;
    private final Browser browser;
    private final Page page;
    private final List<String> barriers = new ArrayList<>();

    private Walk(StudioProcess studio, Browser browser) {
        this.studio = studio;
        this.browser = browser;
        page = newWindow(1440, 900, ColorScheme.LIGHT);
    }

    /// Starts a studio on an empty data folder and opens a window before it.
    static Walk begin(Path data) {
        Browser browser = Browser.start();
        return new Walk(StudioProcess.start(data, Map.of()), browser);
    }

    /// The owner's window.
    Page page() {
        return page;
    }

    /// A further window, whose person is nobody yet.
    Page newWindow(int width, int height, ColorScheme scheme) {
        Page window = browser.window(studio.address(), null, width, height, scheme);
        window.setDefaultTimeout(PATIENCE_MILLIS);
        return window;
    }

    /// Follows the link that the console shows, once there is a worker; the owner is signed in then.
    void makeFirstAccount() {
        studio.awaitWorker();
        page.navigate("/setup?key=" + studio.setupKey());
        page.locator("input[name=name]").fill("Ann");
        page.locator("input[name=email]").fill("ann@example.org");
        page.locator("input[type=password]").all().forEach(field -> field.fill("correct horse battery"));
        station("setup");
        page.locator("form [type=submit], form vaadin-button").first().click();
        eventually(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Projects")));
    }

    /// @return its id
    String makeProject(String name) {
        button("New project").first().click();
        page.locator("vaadin-dialog input").first().fill(name);
        button("Create").click();
        page.waitForURL(Pattern.compile(".*/projects/.+"));
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    /// Uploads pictures to the project that is shown, and waits until all of them are.
    void upload(List<Path> pictures) {
        page.locator("diorama-upload input[type=file]").setInputFiles(pictures.toArray(Path[]::new));
        eventually(page.locator(".studio-tile img").nth(pictures.size() - 1));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static void eventually(Locator locator) {
        PlaywrightAssertions.assertThat(locator)
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    }

    /// Photographs the owner's window and examines it.
    void station(String name) {
        station(page, name);
    }

    void station(Page window, String name) {
        window.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
        // Legacy mode: no frames of other origins here, and it opens no further page.
        AxeResults found = new AxeBuilder(window).setLegacyMode(true).analyze();
        assertThat(found.getPasses())
                .as("rules that axe-core could apply to %s", name)
                .isNotEmpty();
        found.getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(rule -> "%s: %s".formatted(name, told(rule)))
                .forEach(barriers::add);
    }

    private static String told(Rule rule) {
        return "%s, %s (%s)%s"
                .formatted(
                        rule.getImpact(),
                        rule.getHelp(),
                        rule.getId(),
                        rule.getNodes().stream()
                                .map(CheckedNode::getHtml)
                                .collect(Collectors.joining("\n  ", "\n  ", "")));
    }

    /// What axe-core found at the stations that is serious or worse.
    List<String> barriers() {
        return List.copyOf(barriers);
    }

    /// What pages complained about in their consoles, and errors in the studio's log.
    List<String> complaints() {
        return Stream.concat(
                        browser.complaints().stream(),
                        studio.log().lines().filter(line -> line.contains(" ERROR ") && !line.contains(PAGE_LEFT)))
                .toList();
    }

    @Override
    public void close() {
        studio.close();
        browser.close();
    }
}
