package studio.diorama.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.diorama.browser.Walk.eventually;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.testing.Pictures;

/// The whole way through the studio as a stranger goes it, in a real browser against the packaged application: from the
/// console's link to a released dataset that a client downloads.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(StopAtFirstFailure.class)
class JourneyIT {

    private static final int PHOTOS = 6;

    @TempDir
    static Path folder;

    private static Walk walk;
    private static Page owner;
    private static String project;

    @BeforeAll
    static void open() {
        walk = Walk.begin(folder.resolve("data"));
        owner = walk.page();
    }

    @AfterAll
    static void close() {
        if (walk != null) {
            walk.close();
        }
    }

    @Test
    @Order(1)
    void theConsolesLinkMakesTheFirstAccount() {
        walk.makeFirstAccount();
        walk.station("projects-empty");
    }

    @Test
    @Order(2)
    void aProjectTakesPhotographsByDropAndShowsThemWithoutReloading() throws IOException {
        project = walk.makeProject("Street scenes");
        walk.station("project-empty");
        walk.upload(Pictures.photographs(folder.resolve("pictures"), PHOTOS));
        walk.station("project-photos");
    }

    @Test
    @Order(3)
    void aNoiseJobRunsWhileThePageFollows() {
        owner.keyboard().press("c");
        owner.waitForURL(Pattern.compile(".*/noise.*"));
        eventually(owner.locator("vaadin-grid"));
        walk.station("noise-form");
        walk.button("Start").click();
        owner.waitForURL(Pattern.compile(".*/jobs/.+"));
        walk.station("job-begun");
        eventually(owner.locator(".studio-tile img").nth(PHOTOS - 1));
        walk.station("job-done");
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
        walk.station("compare");
        owner.locator("diorama-compare").evaluate("element => { element.mode = 'difference'; }");
        walk.station("compare-difference");
    }

    @Test
    @Order(6)
    void anotherIsoStartsFromTheSameForm() {
        owner.goBack();
        owner.waitForURL(Pattern.compile(".*/jobs/.+"));
        walk.button("Start again with changes").click();
        owner.waitForURL(Pattern.compile(".*/noise\\?from=.*"));
        Locator iso = owner.locator("vaadin-integer-field input").first();
        iso.fill("3200");
        iso.press("Tab");
        walk.button("Start").click();
        owner.waitForURL(Pattern.compile(".*/jobs/.+"));
        eventually(owner.getByText("3,200").first());
        eventually(owner.locator(".studio-tile img").nth(PHOTOS - 1));
        walk.button("Release to viewers").click();
        eventually(owner.getByText("Viewers see and download this now."));
    }

    @Test
    @Order(7)
    void theEnterKeyAloneDeletesNothing() {
        walk.button("Delete").click();
        PlaywrightAssertions.assertThat(walk.button("Keep")).isFocused();
        walk.station("delete-job");
        owner.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(owner.getByText("Delete this job?")).hasCount(0);
        eventually(walk.button("Take the release back"));
    }

    @Test
    @Order(8)
    void aViewerIsInvitedAndSeesOnlyWhatWasReleased() {
        owner.navigate("/projects/" + project + "/people");
        walk.button("Invite").first().click();
        owner.locator("vaadin-dialog input[type=email]").fill("client@example.org");
        owner.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^viewer")))
                .check();
        owner.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        eventually(owner.getByText("Send this link to client@example.org"));
        String link = owner.locator("vaadin-dialog .studio-mono").textContent();
        String key = link.substring(link.indexOf("key=") + "key=".length());
        Page client = walk.newWindow(390, 844, ColorScheme.DARK);
        client.navigate("/");
        eventually(client.locator("input[type=password]"));
        walk.station(client, "sign-in-phone-dark");
        client.navigate("/invitation?key=" + key);
        client.locator("input[name=name]").fill("Cleo");
        client.locator("input[type=password]").all().forEach(field -> field.fill("another long password"));
        client.locator("form [type=submit], form vaadin-button").first().click();
        client.waitForURL(Pattern.compile(".*/$|.*/projects.*"));
        client.navigate("/projects/" + project);
        eventually(client.locator(".studio-tile img").first());
        assertThat(client.locator("diorama-upload").count()).isZero();
        walk.station(client, "viewer-phone-dark");
        client.navigate("/projects/" + project + "/photos");
        eventually(client.getByText("that role may not do this").first());
    }

    @Test
    @Order(9)
    void everyOtherPageOpens() {
        String here = "/projects/" + project;
        List.of(
                        here + "/photos",
                        here + "/results",
                        here + "/jobs",
                        here + "/people",
                        here + "/settings",
                        here + "/noise-score",
                        "/account",
                        "/account/tokens",
                        "/admin")
                .forEach(place -> {
                    owner.navigate(place);
                    eventually(owner.locator("main h1"));
                    walk.station("page" + place.replace(project, "").replaceAll("/+", "-"));
                });
    }

    @Test
    @Order(10)
    void nothingIsWiderThanATelephone() {
        owner.setViewportSize(360, 740);
        String here = "/projects/" + project;
        List.of("/", here, here + "/noise", here + "/jobs", here + "/results", "/account/tokens")
                .forEach(place -> {
                    owner.navigate(place);
                    eventually(owner.locator("main h1"));
                    walk.station("phone" + place.replace(project, "").replaceAll("/+", "-"));
                    assertThat(owner.evaluate("() => document.documentElement.scrollWidth"))
                            .as(place)
                            .isEqualTo(360);
                });
    }

    @Test
    @Order(11)
    void nothingComplained() {
        assertThat(walk.complaints()).isEmpty();
    }

    @Test
    @Order(12)
    void noStationKeepsPeopleOut() {
        assertThat(walk.barriers()).isEmpty();
    }
}
