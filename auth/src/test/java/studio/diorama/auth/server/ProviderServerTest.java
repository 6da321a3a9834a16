package studio.diorama.auth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import studio.diorama.auth.SignInMode;
import studio.diorama.auth.internal.PasswordHasher;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.AccountRepository;

/// Sign-in through a real Keycloak: two settings switch it on, as [KeycloakServer] gives no others.
@QuarkusTest
@TestProfile(ProviderServerTest.WithKeycloak.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProviderServerTest {

    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    @TestHTTPResource
    URL server;

    @Inject
    AccountRepository accounts;

    @Inject
    PasswordHasher hasher;

    @Inject
    SignInMode mode;

    private RawHttp http;
    private String base;

    public static final class WithKeycloak implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.test-port", "0",
                    "diorama.data", "target/auth-test",
                    "diorama.session.operators", "ada@example.org",
                    // Every use of the provider's session is a refresh, so that no test has to wait for an expiry.
                    "quarkus.oidc.token.refresh-token-time-skew", "1H");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(KeycloakServer.class));
        }
    }

    @BeforeEach
    void findServers() {
        assumeFalse(KeycloakServer.url().isEmpty(), "No Keycloak distribution here; see KeycloakServer");
        http = new RawHttp(server.getPort());
        base = "http://localhost:" + server.getPort();
    }

    @Test
    @Order(1)
    void twoSettingsSwitchTheProviderOnAndPasswordsOff() throws IOException {
        assertThat(mode.provider()).isTrue();
        RawHttp.Answer answer = http.post("/sign-in/local", "", "email=ada%40example.org&password=x");

        assertThat(answer.header("location")).endsWith("problem=FORBIDDEN");
    }

    @Test
    @Order(2)
    void aBrowserSignsInRenewsAndSignsOut() throws Exception {
        Browser browser = new Browser();
        HttpResponse<String> done = signIn(browser, "ada", "/projects/1");

        assertThat(Browser.location(done).getPath()).isEqualTo("/projects/1");
        assertThat(whoAmI(browser)).isEqualTo("ada@example.org");
        Account ada = accounts.findByEmail("ada@example.org").orElseThrow();
        assertThat(ada.name()).isEqualTo("Ada Lovelace");
        assertThat(ada.operator()).isTrue();

        assertThat(browser.get(base + "/sign-in/oidc/renew").statusCode()).isEqualTo(204);

        HttpResponse<String> out = browser.post(base + "/sign-out", Map.of());
        assertThat(out.statusCode()).isEqualTo(303);
        HttpResponse<String> back = browser.follow(out, "/sign-in");
        assertThat(Browser.location(back).toString()).startsWith(base + "/sign-in");
        assertThat(whoAmI(browser)).isEqualTo("nobody");
        assertThat(browser.get(base + "/sign-in/oidc")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .startsWith(KeycloakServer.url());
    }

    @Test
    @Order(3)
    void theProvidersCookiesStayBelowTheirPath() throws Exception {
        HttpResponse<String> start = new Browser().get(base + "/sign-in/oidc");

        assertThat(start.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("Path=/sign-in/oidc"));
        assertThat(Browser.location(start).getQuery()).contains("code_challenge_method=S256", "state=");
    }

    @Test
    @Order(3)
    void aCodeWithoutItsStateOpensNothing() throws Exception {
        HttpResponse<String> answer = new Browser().get(base + "/sign-in/oidc?code=stolen&state=forged");

        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("diorama_session=");
    }

    @Test
    @Order(4)
    void somebodyWithoutAVerifiedAddressGetsNoAccount() throws Exception {
        HttpResponse<String> done = signIn(new Browser(), "eve", "/");

        assertThat(Browser.location(done).toString()).isEqualTo(base + "/sign-in?problem=FORBIDDEN");
        assertThat(accounts.findByEmail("eve@example.org")).isEmpty();
    }

    @Test
    @Order(5)
    void aLocalAccountIsNotTakenOverByItsAddress() throws Exception {
        accounts.create("ben@example.org", "Ben", hasher.hash("a fine long pass phrase"), null, false, Instant.now());

        HttpResponse<String> done = signIn(new Browser(), "ben", "/");

        assertThat(Browser.location(done).toString()).isEqualTo(base + "/sign-in?problem=CONFLICT");
    }

    @Test
    @Order(6)
    void aProgramShowsTheProvidersAccessToken() throws Exception {
        String token = token("diorama").getString("access_token");
        assertThat(whoAmI(token).body()).isEqualTo("ada@example.org");

        String[] parts = token.split("\\.", -1);
        String payload = parts[1];
        assertThat(whoAmI(encode("{\"alg\":\"none\"}") + "." + payload + ".").status())
                .isEqualTo(401);
        assertThat(whoAmI(encode("{\"alg\":\"HS256\",\"kid\":\"x\"}") + "." + payload + "." + parts[2])
                        .status())
                .isEqualTo(401);
        assertThat(whoAmI(parts[0] + "." + payload + "." + parts[2].substring(4) + "AAAA")
                        .status())
                .isEqualTo(401);
        assertThat(whoAmI(token("other").getString("access_token")).status())
                .as("meant for another audience")
                .isEqualTo(401);
    }

    @Test
    @Order(6)
    void tokensOfOtherKindsOpenNothing() throws Exception {
        RawHttp.Answer answer = whoAmI(token("diorama").getString("id_token"));

        assertThat(answer.body()).isNotEqualTo("ada@example.org");
    }

    @Test
    @Order(7)
    void onlyALogoutTokenLogsOut() throws Exception {
        Browser browser = new Browser();
        signIn(browser, "ada", "/");
        for (String token : List.of("", "x", token("diorama").getString("access_token"))) {
            assertThat(http.post("/sign-in/oidc/back-channel-logout", "", "logout_token=" + token)
                            .status())
                    .isEqualTo(400);
        }
        assertThat(whoAmI(browser)).isEqualTo("ada@example.org");
    }

    @Test
    @Order(8)
    void aSignOutAtTheProviderEndsTheSessionsHere() throws Exception {
        Browser browser = new Browser();
        signIn(browser, "ada", "/");
        KeycloakAdmin admin = KeycloakAdmin.signIn();
        admin.setBackChannelLogout("diorama", base + "/sign-in/oidc/back-channel-logout");

        assertThat(whoAmI(browser)).isEqualTo("ada@example.org");

        admin.signOutEverywhere("ada");

        assertThat(whoAmI(browser)).isEqualTo("nobody");
    }

    @Test
    @Order(9)
    void sessionsLiveOnWhileTheProviderIsDown() throws Exception {
        Browser browser = new Browser();
        signIn(browser, "ada", "/");

        KeycloakServer.shutDown();

        assertThat(whoAmI(browser)).isEqualTo("ada@example.org");
        assertThat(new Browser().get(base + "/api/v1/whoami").body()).isEqualTo("nobody");
    }

    private HttpResponse<String> signIn(Browser browser, String user, String next) throws Exception {
        HttpResponse<String> page = browser.follow(browser.get(base + "/sign-in/oidc?next=" + next), "");
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        HttpResponse<String> sent = browser.post(
                form.group(1).replace("&amp;", "&"),
                Map.of("username", user, "password", user + "-password-for-tests", "credentialId", ""));
        HttpResponse<String> current = sent;
        while (current.statusCode() / 100 == 3) {
            URI target = Browser.location(current);
            if (target.toString().startsWith(base) && !target.getPath().startsWith("/sign-in/oidc")) {
                return current;
            }
            current = browser.get(target.toString());
        }
        return current;
    }

    private String whoAmI(Browser browser) throws Exception {
        return browser.get(base + "/api/v1/whoami").body();
    }

    private RawHttp.Answer whoAmI(String token) throws IOException {
        return http.get("/api/v1/whoami", "Authorization: Bearer " + token + "\r\n");
    }

    private static JsonObject token(String client) throws Exception {
        return KeycloakAdmin.token("diorama", client, "ada", "ada-password-for-tests");
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
