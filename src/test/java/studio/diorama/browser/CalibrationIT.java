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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

/// A camera of one's own in the browser: from a folder of pairs to a trained model with its report, and on to a dataset
/// with its noise. The training is far too short to be good; its way is what is looked at.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CalibrationIT {

    private static final double PATIENCE_MILLIS = 90_000;
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    @TempDir
    static Path folder;

    private static StudioProcess studio;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.start();
        studio = StudioProcess.start(folder.resolve("data"), Map.of());
        studio.awaitWorker();
        page = browser.window(studio.address(), null, 1440, 900, ColorScheme.LIGHT);
        page.setDefaultTimeout(PATIENCE_MILLIS);
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
    void pairsAreFoundByTheirNames() throws IOException {
        page.navigate("/setup?key=" + studio.setupKey());
        page.locator("input[name=name]").fill("Ann");
        page.locator("input[name=email]").fill("ann@example.org");
        page.locator("input[type=password]").all().forEach(field -> field.fill("correct horse battery"));
        page.locator("form [type=submit], form vaadin-button").first().click();
        button("New project").first().click();
        page.locator("vaadin-dialog input").first().fill("My camera");
        button("Create").click();
        page.waitForURL(Pattern.compile(".*/projects/.+"));
        List<Path> pictures = new ArrayList<>();
        pictures.addAll(Pictures.pair(folder, "scene0_ISO400", 160, 120, 0, 0.3));
        pictures.addAll(Pictures.pair(folder, "scene1_ISO400", 160, 120, 1, 0.3));
        pictures.addAll(Pictures.pair(folder, "scene1_ISO1600", 160, 120, 2, 0.6));
        page.locator("diorama-upload input[type=file]").setInputFiles(pictures.toArray(Path[]::new));
        eventually(page.locator(".studio-tile img").nth(pictures.size() - 1));
        page.keyboard().press("l");
        page.waitForURL(Pattern.compile(".*/noise-train"));
        eventually(page.getByText("scene1_ISO1600_noisy.png"));
    }

    @Test
    @Order(2)
    void aTrainingEndsWithAModelAndItsReport() throws IOException {
        page.locator("vaadin-text-field input").first().fill("Desk camera");
        Locator steps = page.locator("vaadin-integer-field input").nth(1);
        steps.fill("20");
        steps.press("Tab");
        shot("train-form");
        button("Start").click();
        page.waitForURL(Pattern.compile(".*/jobs/.+"));
        eventually(page.locator("diorama-noise-report table"));
        assertThat(page.locator("diorama-noise-report svg.chart")).hasCount(4);
        shot("train-report");
        Download model = page.waitForDownload(
                () -> page.locator("a.studio-button", new Page.LocatorOptions().setHasText("Noise model"))
                        .click());
        Path file = folder.resolve("model.safetensors");
        model.saveAs(file);
        assertThat(Files.size(file)).isGreaterThan(50_000);
    }

    @Test
    @Order(3)
    void theModelMakesADatasetAtAnIsoBetween() throws IOException {
        page.goBack();
        page.waitForURL(Pattern.compile(".*/noise-train"));
        page.navigate(page.url().replace("/noise-train", "/noise"));
        eventually(page.locator("vaadin-grid"));
        eventually(page.getByText("Desk camera (your own, learnt)").first());
        Locator iso = page.locator("vaadin-integer-field input").first();
        iso.fill("800");
        iso.press("Tab");
        button("Start").click();
        page.waitForURL(Pattern.compile(".*/jobs/.+"));
        eventually(page.locator("a.studio-button", new Page.LocatorOptions().setHasText("Paired dataset")));
        shot("learnt-noise");
        Download download = page.waitForDownload(
                () -> page.locator("a.studio-button", new Page.LocatorOptions().setHasText("Paired dataset"))
                        .click());
        Path zip = folder.resolve("dataset.zip");
        download.saveAs(zip);
        try (ZipFile files = new ZipFile(zip.toFile())) {
            String manifest = new String(
                    files.getInputStream(files.getEntry("manifest.json")).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
            assertThat(manifest).contains("\"flow\"", "Desk camera", "800");
        }
    }

    @Test
    @Order(4)
    void aNoisyPictureIsScored() {
        page.locator(".studio-tile").first().click();
        page.waitForURL(Pattern.compile(".*/asset/.+"));
        page.locator("a.studio-button", new Page.LocatorOptions().setHasText("Which camera was it?"))
                .click();
        page.waitForURL(Pattern.compile(".*/noise-score.*"));
        Locator weights = page.locator("vaadin-combo-box").nth(2).locator("input");
        weights.fill("Desk camera");
        weights.press("Enter");
        shot("score-form");
        button("Start").click();
        page.waitForURL(Pattern.compile(".*/jobs/.+"));
        eventually(page.locator("diorama-noise-report td.best").first());
        assertThat(page.locator("diorama-noise-report td.best").first()).hasText("Desk camera");
        shot("score-report");
    }

    @Test
    @Order(5)
    void noPageComplainedInItsConsole() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void eventually(Locator locator) {
        assertThat(locator).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static void shot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
