package studio.diorama.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static studio.diorama.browser.Walk.eventually;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.testing.Pictures;

/// A camera of one's own in the browser: from a folder of pairs to a trained model with its report, and on to a dataset
/// with its noise. The training is far too short to be good; its way is what is looked at.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(StopAtFirstFailure.class)
class CalibrationIT {

    @TempDir
    static Path folder;

    private static Walk walk;
    private static Page page;

    @BeforeAll
    static void open() {
        walk = Walk.begin(folder.resolve("data"));
        page = walk.page();
    }

    @AfterAll
    static void close() {
        if (walk != null) {
            walk.close();
        }
    }

    @Test
    @Order(1)
    void pairsAreFoundByTheirNames() throws IOException {
        walk.makeFirstAccount();
        walk.makeProject("My camera");
        List<Path> pictures = new ArrayList<>();
        pictures.addAll(Pictures.pair(folder, "scene0_ISO400", 160, 120, 0, 0.3));
        pictures.addAll(Pictures.pair(folder, "scene1_ISO400", 160, 120, 1, 0.3));
        pictures.addAll(Pictures.pair(folder, "scene1_ISO1600", 160, 120, 2, 0.6));
        walk.upload(pictures);
        page.keyboard().press("l");
        page.waitForURL(Pattern.compile(".*/noise-train"));
        eventually(page.getByText("scene1_ISO1600_noisy.png"));
    }

    @Test
    @Order(2)
    void aTrainingEndsWithAModelAndItsReport() throws IOException {
        page.locator("vaadin-text-field input").first().fill("Desk camera");
        Locator steps = page.locator("vaadin-integer-field input").nth(1);
        steps.fill("10");
        steps.press("Tab");
        walk.station("train-form");
        walk.button("Start").click();
        page.waitForURL(Pattern.compile(".*/jobs/.+"));
        eventually(page.locator("diorama-noise-report table"));
        assertThat(page.locator("diorama-noise-report svg.chart")).hasCount(4);
        walk.station("train-report");
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
        // The list of cameras holds the name too, unseen while it is shut.
        eventually(page.locator("vaadin-select-value-button").getByText("Desk camera (your own, learnt)"));
        Locator iso = page.locator("vaadin-integer-field input").first();
        iso.fill("800");
        iso.press("Tab");
        walk.button("Start").click();
        page.waitForURL(Pattern.compile(".*/jobs/.+"));
        eventually(page.locator("a.studio-button", new Page.LocatorOptions().setHasText("Paired dataset")));
        walk.station("learnt-noise");
        Download download = page.waitForDownload(
                () -> page.locator("a.studio-button", new Page.LocatorOptions().setHasText("Paired dataset"))
                        .click());
        Path zip = folder.resolve("dataset.zip");
        download.saveAs(zip);
        try (ZipFile files = new ZipFile(zip.toFile())) {
            String manifest = new String(
                    files.getInputStream(files.getEntry("manifest.json")).readAllBytes(), UTF_8);
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
        page.locator("vaadin-combo-box-item", new Page.LocatorOptions().setHasText("Desk camera"))
                .first()
                .click();
        walk.station("score-form");
        walk.button("Start").click();
        page.waitForURL(Pattern.compile(".*/jobs/.+"));
        eventually(page.locator("diorama-noise-report td.best").first());
        assertThat(page.locator("diorama-noise-report td.best").first()).hasText("Desk camera");
        walk.station("score-report");
    }

    @Test
    @Order(5)
    void nothingComplained() {
        assertThat(walk.complaints()).isEmpty();
    }

    @Test
    @Order(6)
    void noStationKeepsPeopleOut() {
        assertThat(walk.barriers()).isEmpty();
    }
}
