package studio.diorama.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.testing.Browser;
import studio.diorama.testing.Pictures;
import studio.diorama.testing.StudioProcess;

/// The whole way through the studio as a stranger goes it, in a real browser against the packaged application: from the
/// console's link to a released dataset that a client downloads. Screenshots of each station go to
/// `target/screenshots`.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

    private static final int PHOTOS = 6;
    private static final double PATIENCE_MILLIS = 90_000;
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    @TempDir
    static Path folder;

    private static StudioProcess studio;
    private static Browser browser;
    private static Page owner;
    private static String project;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.start();
        studio = StudioProcess.start(folder.resolve("data"), Map.of());
        studio.awaitWorker();
        owner = browser.window(studio.address(), null, 1440, 900, ColorScheme.LIGHT);
        owner.setDefaultTimeout(PATIENCE_MILLIS);
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    static void close() {
        if (studio != null) {
            studio.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Order(1)
    void theConsolesLinkMakesTheFirstAccount() {
        owner.navigate("/setup?key=" + studio.setupKey());
        owner.locator("input[name=name]").fill("Ann");
        owner.locator("input[name=email]").fill("ann@example.org");
        List<Locator> passwords = owner.locator("input[type=password]").all();
        passwords.forEach(field -> field.fill("correct horse battery"));
        shot("setup");
        owner.locator("form [type=submit], form vaadin-button").first().click();
        eventually(owner.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Projects")));
        shot("projects-empty");
    }

    @Test
    @Order(2)
    void aProjectTakesPhotographsByDropAndShowsThemWithoutReloading() throws IOException {
        owner.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New project"))
                .click();
        owner.locator("vaadin-dialog input").first().fill("Street scenes");
        owner.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create"))
                .click();
        owner.waitForURL(Pattern.compile(".*/projects/.+"));
        project = owner.url().substring(owner.url().lastIndexOf('/') + 1);
        shot("project-empty");
        List<Path> photos = Pictures.photographs(folder.resolve("pictures"), PHOTOS);
        owner.locator("diorama-upload input[type=file]").setInputFiles(photos.toArray(Path[]::new));
        eventually(owner.locator(".studio-tile img").nth(PHOTOS - 1));
        shot("project-photos");
    }

    @Test
    @Order(3)
    void aNoiseJobRunsWhileThePageFollows() {
        owner.keyboard().press("c");
        owner.waitForURL(Pattern.compile(".*/noise.*"));
        eventually(owner.locator("vaadin-grid"));
        shot("noise-form");
        owner.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start"))
                .click();
        owner.waitForURL(Pattern.compile(".*/jobs/.+"));
        shot("job-begun");
        eventually(owner.locator(".studio-tile img").nth(PHOTOS - 1));
        shot("job-done");
    }

    @Test
    @Order(4)
    void theDatasetHasPairsLevelsAndAManifest() throws IOException {
        Download download = owner.waitForDownload(
                () -> owner.locator("a.studio-button", new Page.LocatorOptions().setHasText("Paired dataset"))
                        .click());
        Path zip = folder.resolve("dataset.zip");
        download.saveAs(zip);
        TreeSet<String> folders = new TreeSet<>();
        long pictures = 0;
        try (ZipFile files = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>)
                    () -> files.stream().map(ZipEntry.class::cast).iterator()) {
                folders.add(entry.getName().replaceAll("/.*", ""));
                pictures += entry.getName().endsWith(".png") ? 1 : 0;
            }
        }
        assertThat(folders).contains("clean", "noisy", "level", "manifest.json");
        assertThat(pictures).isEqualTo(3L * PHOTOS);
    }

    @Test
    @Order(5)
    void theComparerShowsBeforeAndAfter() {
        owner.locator(".studio-tile").first().click();
        owner.waitForURL(Pattern.compile(".*/asset/.+"));
        // The page stands by itself too: an address that somebody was sent opens as a click does.
        owner.reload();
        owner.waitForFunction("() => { const element = document.querySelector('diorama-compare');"
                + " if (!element) return false;"
                + " element.setAttribute('noise', '');"
                + " return element.noiseReport != null; }");
        Object deviation =
                owner.evaluate("() => { const report = document.querySelector('diorama-compare').noiseReport;"
                        + " return JSON.stringify(report).length; }");
        assertThat(((Number) deviation).intValue()).isPositive();
        shot("compare");
        owner.locator("diorama-compare").evaluate("element => { element.mode = 'difference'; }");
        shot("compare-difference");
    }

    @Test
    @Order(6)
    void anotherIsoStartsFromTheSameForm() {
        owner.goBack();
        owner.waitForURL(Pattern.compile(".*/jobs/.+"));
        owner.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start again with changes"))
                .click();
        owner.waitForURL(Pattern.compile(".*/noise\\?from=.*"));
        Locator iso = owner.locator("vaadin-integer-field input").first();
        iso.fill("3200");
        iso.press("Tab");
        owner.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Start").setExact(true))
                .click();
        owner.waitForURL(Pattern.compile(".*/jobs/.+"));
        eventually(owner.getByText("3,200").first());
        eventually(owner.locator(".studio-tile img").nth(PHOTOS - 1));
        owner.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Release to viewers"))
                .click();
        eventually(owner.getByText("Viewers see and download this now."));
    }

    @Test
    @Order(7)
    void aViewerIsInvitedAndSeesOnlyWhatWasReleased() {
        owner.navigate("/projects/" + project + "/people");
        owner.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invite"))
                .first()
                .click();
        owner.locator("vaadin-dialog input[type=email]").fill("client@example.org");
        owner.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^viewer")))
                .check();
        owner.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        eventually(owner.getByText("Send this link to client@example.org"));
        String link = owner.locator("vaadin-dialog .studio-mono").textContent();
        String key = link.substring(link.indexOf("key=") + "key=".length());
        Page client = browser.window(studio.address(), null, 390, 844, ColorScheme.DARK);
        client.setDefaultTimeout(PATIENCE_MILLIS);
        client.navigate("/invitation?key=" + key);
        client.locator("input[name=name]").fill("Cleo");
        client.locator("input[type=password]").all().forEach(field -> field.fill("another long password"));
        client.locator("form [type=submit], form vaadin-button").first().click();
        client.waitForURL(Pattern.compile(".*/$|.*/projects.*"));
        client.navigate("/projects/" + project);
        eventually(client.locator(".studio-tile img").first());
        assertThat(client.locator("diorama-upload").count()).isZero();
        client.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("viewer-phone-dark.png")));
        client.navigate("/projects/" + project + "/photos");
        eventually(client.getByText("that role may not do this").first());
    }

    @Test
    @Order(8)
    void noPageComplainedInItsConsole() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static void eventually(Locator locator) {
        assertThat(locator).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static void shot(String name) {
        owner.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
