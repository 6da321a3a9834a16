package studio.diorama.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/// Somebody who uses a studio over HTTP: signs in as a browser would, or shows an access token.
public final class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHUNK_BYTES = 8 << 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String header;
    private final String value;

    private ApiClient(String address, String header, String value) {
        this.address = address;
        this.header = header;
        this.value = value;
    }

    /// Makes the first account and is signed in as its owner.
    public static ApiClient firstAccount(StudioProcess studio, String email, String password) {
        return signedIn(
                studio.address(),
                "/setup/account",
                Map.of("key", studio.setupKey(), "email", email, "name", "Ann", "password", password));
    }

    public static ApiClient signIn(String address, String email, String password) {
        return signedIn(address, "/sign-in/local", Map.of("email", email, "password", password));
    }

    /// Accepts an invitation as somebody new.
    public static ApiClient newcomer(String address, String key, String name, String password) {
        return signedIn(address, "/invitation/newcomer", Map.of("key", key, "name", name, "password", password));
    }

    public static ApiClient withToken(String address, String token) {
        return new ApiClient(address, "Authorization", "Bearer " + token);
    }

    private static ApiClient signedIn(String address, String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return new ApiClient(address, "Cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    /// The name and value of the session's cookie, for a browser to take over.
    public String cookieValue() {
        return value.substring(value.indexOf('=') + 1);
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder request = request(path).method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(http, request.build());
    }

    public JsonNode get(String path) {
        return expect(200, send("GET", path, null));
    }

    /// POST of JSON that makes something.
    public JsonNode post(String path, String json) {
        HttpResponse<String> answer = send("POST", path, json);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return answer.body().isBlank() ? JSON.nullNode() : parse(answer.body());
    }

    public byte[] bytes(String path) {
        try {
            HttpResponse<byte[]> answer = http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Announces a file and returns the address to send it to.
    public String startUpload(String project, String name, long length) {
        HttpResponse<String> answer = send(
                http,
                request("/api/v1/projects/" + project + "/uploads")
                        .headers(
                                "Tus-Resumable",
                                "1.0.0",
                                "Upload-Length",
                                Long.toString(length),
                                "Upload-Metadata",
                                "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.noBody())
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return URI.create(location).getPath();
    }

    /// Sends one chunk.
    public HttpResponse<String> patch(String upload, long offset, byte[] chunk) {
        return send(
                http,
                request(upload)
                        .headers(
                                "Tus-Resumable", "1.0.0",
                                "Upload-Offset", Long.toString(offset),
                                "Content-Type", "application/offset+octet-stream")
                        .method("PATCH", BodyPublishers.ofByteArray(chunk))
                        .build());
    }

    /// How much of an upload is safe.
    public long offset(String upload) {
        HttpResponse<String> answer = send(
                http,
                request(upload)
                        .header("Tus-Resumable", "1.0.0")
                        .method("HEAD", BodyPublishers.noBody())
                        .build());
        assertThat(answer.statusCode()).isBetween(200, 204);
        return answer.headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    /// Sends a whole file, in chunks, and returns its asset's id.
    public String upload(String project, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String upload = startUpload(project, file.getFileName().toString(), bytes.length);
        HttpResponse<String> answer = null;
        for (int offset = 0; offset < bytes.length; offset += CHUNK_BYTES) {
            int end = Math.min(bytes.length, offset + CHUNK_BYTES);
            answer = patch(upload, offset, java.util.Arrays.copyOfRange(bytes, offset, end));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }
        return answer.headers().firstValue("Diorama-Asset").orElseThrow();
    }

    public static JsonNode expect(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return parse(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header(header, value);
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
