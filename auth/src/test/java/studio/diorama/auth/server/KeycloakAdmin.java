package studio.diorama.auth.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/// What an administrator of [KeycloakServer] does through its REST interface.
final class KeycloakAdmin {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String token;

    private KeycloakAdmin(String token) {
        this.token = token;
    }

    static KeycloakAdmin signIn() throws IOException, InterruptedException {
        return new KeycloakAdmin(token("master", "admin-cli", KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD)
                .getString("access_token"));
    }

    /// The tokens that a password buys directly.
    static JsonObject token(String realm, String client, String user, String password)
            throws IOException, InterruptedException {
        String form = Browser.encode(Map.of(
                "grant_type", "password",
                "client_id", client,
                "username", user,
                "password", password,
                "scope", "openid"));
        URI uri = URI.create(KeycloakServer.url() + "/realms/" + realm + "/protocol/openid-connect/token");
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    void setBackChannelLogout(String clientId, String url) throws IOException, InterruptedException {
        JsonObject client = new JsonArray(send("GET", "/clients?clientId=" + clientId, "")).getJsonObject(0);
        client.getJsonObject("attributes")
                .put("backchannel.logout.url", url)
                .put("backchannel.logout.session.required", "true");
        send("PUT", "/clients/" + client.getString("id"), client.encode());
    }

    void signOutEverywhere(String user) throws IOException, InterruptedException {
        String id = new JsonArray(send("GET", "/users?exact=true&username=" + user, ""))
                .getJsonObject(0)
                .getString("id");
        send("POST", "/users/" + id + "/logout", "");
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(KeycloakServer.url() + "/admin/realms/diorama" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
