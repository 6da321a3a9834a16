package studio.diorama.auth.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.diorama.auth.AccessTokens;
import studio.diorama.auth.Actor;
import studio.diorama.auth.NewAccessToken;
import studio.diorama.auth.internal.PasswordHasher;
import studio.diorama.persistence.account.Account;
import studio.diorama.persistence.account.AccountRepository;
import studio.diorama.persistence.account.TokenScope;

/// Local accounts, tokens and the guard through a real server.
@QuarkusTest
@TestProfile(LocalServerTest.AnyPort.class)
class LocalServerTest {

    private static final String PASSWORD = "a fine long pass phrase";
    private static final String EMAIL = "ada@example.org";

    @TestHTTPResource
    URL server;

    @Inject
    AccountRepository accounts;

    @Inject
    PasswordHasher hasher;

    @Inject
    AccessTokens tokens;

    private RawHttp http;
    private Account ada;

    public static final class AnyPort implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.test-port", "0", "diorama.data", "target/auth-test");
        }
    }

    @BeforeEach
    void findServer() {
        http = new RawHttp(server.getPort());
        ada = accounts.findByEmail(EMAIL)
                .orElseGet(() ->
                        accounts.create(EMAIL, "Ada", hasher.hash(PASSWORD), null, false, java.time.Instant.now()));
    }

    @Test
    void signsInWithAFormAndOutAgain() throws IOException {
        RawHttp.Answer in = signIn("");
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.header("location")).endsWith("/projects/1");
        assertThat(in.header("set-cookie"))
                .startsWith("diorama_session=")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .contains("Path=/")
                .doesNotContain("Secure");
        String cookie = "Cookie: " + in.cookie() + "\r\n";
        assertThat(http.get("/api/v1/whoami", cookie).body()).isEqualTo(EMAIL);

        RawHttp.Answer out = http.post("/sign-out", cookie, "");

        assertThat(out.status()).isEqualTo(303);
        assertThat(out.header("set-cookie")).contains("Max-Age=0");
        assertThat(http.get("/api/v1/whoami", cookie).body()).isEqualTo("nobody");
    }

    @Test
    void replacesASecretThatWasPlantedBeforeSignIn() throws IOException {
        String planted = signIn("").cookie();

        String fresh = signIn("Cookie: " + planted + "\r\n").cookie();

        assertThat(fresh).isNotEqualTo(planted);
        assertThat(http.get("/api/v1/whoami", "Cookie: " + planted + "\r\n").body())
                .isEqualTo("nobody");
    }

    @Test
    void sendsAWrongPasswordBackToItsFormAndNeverToAnotherSite() throws IOException {
        RawHttp.Answer answer =
                http.post("/sign-in/local", "", "email=eve%40example.org&password=x&next=//evil.example/");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("location")).endsWith("/sign-in?next=%2F&problem=NOT_SIGNED_IN");
        assertThat(answer.header("set-cookie")).isEmpty();
    }

    @Test
    void takesAnAccessTokenAndAnswersAWrongOneWith401() throws IOException {
        NewAccessToken token = tokens.create(
                Actor.person(ada), "program", Set.of(TokenScope.READ), Optional.empty(), Duration.ofDays(1));
        String cookie = "Cookie: " + signIn("").cookie() + "\r\n";
        assertThat(http.get("/api/v1/whoami", bearer(token.secret())).body()).isEqualTo(EMAIL);

        tokens.revoke(Actor.person(ada), token.token().id());

        for (String secret : new String[] {token.secret(), "dio_", "dio_x"}) {
            RawHttp.Answer refused = http.get("/api/v1/whoami", bearer(secret) + cookie);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("www-authenticate")).isEqualTo("Bearer");
            assertThat(refused.header("content-type")).isEqualTo("application/problem+json");
            assertThat(refused.body()).contains("\"NOT_SIGNED_IN\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/whoami;x",
                "/api/v1/whoami%3Bx",
                "/api%2Fv1/whoami",
                "/api%5Cv1/whoami",
                "/api/v1/whoami%00",
                "//api/v1/whoami",
                "/api/./v1/whoami",
                "/api/v1/x/../whoami"
            })
    void refusesPathsThatCouldBeReadInTwoWays(String target) throws IOException {
        RawHttp.Answer answer = http.get(target, "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"MALFORMED_REQUEST\"");
    }

    @Test
    void answersToItsOwnNamesOnly() throws IOException {
        assertThat(http.send("GET", "/api/v1/whoami", "127.0.0.1", "", "").status())
                .isEqualTo(200);
        assertThat(http.send("GET", "/api/v1/whoami", "[::1]:8080", "", "").status())
                .isEqualTo(200);
        assertThat(http.send("GET", "/api/v1/whoami", "evil.example", "", "").status())
                .isEqualTo(421);
        assertThat(http.send("GET", "/api/v1/whoami", "localhost.evil.example", "", "")
                        .status())
                .isEqualTo(421);
    }

    @Test
    void refusesChangesThatOtherSitesAskFor() throws IOException {
        String cookie = "Cookie: " + signIn("").cookie() + "\r\n";
        String own = "Origin: http://localhost:%d\r\nSec-Fetch-Site: same-origin\r\n".formatted(server.getPort());
        assertThat(http.post("/api/v1/whoami", cookie + own, "").body()).isEqualTo(EMAIL);

        for (String foreign : new String[] {
            "Origin: http://evil.example\r\n",
            "Origin: null\r\n",
            "Sec-Fetch-Site: cross-site\r\n",
            "Sec-Fetch-Site: same-site\r\n"
        }) {
            assertThat(http.post("/api/v1/whoami", cookie + foreign, "").status())
                    .as(foreign)
                    .isEqualTo(403);
            assertThat(http.post("/sign-in/local", foreign, "email=a&password=b")
                            .status())
                    .as(foreign)
                    .isEqualTo(403);
        }
    }

    @Test
    void refusesSocketsFromElsewhere() throws IOException {
        String upgrade = "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nOrigin: http://evil.example\r\n";

        assertThat(http.get("/VAADIN/push", upgrade).status()).isEqualTo(403);
    }

    @Test
    void bindsTheBrowsersHandsOnEveryAnswer() throws IOException {
        for (String target : new String[] {"/api/v1/whoami", "/no/such/page", "/a//b"}) {
            RawHttp.Answer answer = http.get(target, "");
            assertThat(answer.header("content-security-policy"))
                    .as(answer.text())
                    .contains("frame-ancestors 'none'");
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        }
    }

    @Test
    void offersNoSignInThroughAProviderThatIsNotThere() throws IOException {
        assertThat(http.get("/sign-in/oidc", "").status()).isIn(303, 401);
        assertThat(http.post("/sign-in/oidc/back-channel-logout", "", "logout_token=x")
                        .status())
                .isEqualTo(404);
    }

    private RawHttp.Answer signIn(String headers) throws IOException {
        String form = "email=ada%40example.org&password=" + PASSWORD.replace(' ', '+') + "&next=/projects/1";
        return http.post("/sign-in/local", headers, form);
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }
}
