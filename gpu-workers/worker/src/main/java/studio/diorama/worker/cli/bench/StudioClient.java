package studio.diorama.worker.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// A program that uses the studio's API with an access token. For many threads.
final class StudioClient implements AutoCloseable {

    private static final String BEARER = "Bearer ";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI address;
    private final String header;
    private final String value;

    private StudioClient(URI address, String header, String value) {
        this.address = address;
        this.header = header;
        this.value = value;
    }

    static StudioClient withToken(URI address, String token) {
        return new StudioClient(address, "Authorization", BEARER + token);
    }

    /// Makes the first account, which runs the installation, and a token of its own that may do everything.
    static String tokenOfFirstAccount(URI address, String setupKey) throws IOException {
        return tokenOfNewAccount(
                address,
                "/setup/account",
                Map.of(
                        "key",
                        setupKey,
                        "email",
                        "benchmark@benchmark.invalid",
                        "name",
                        "Benchmark",
                        "password",
                        UUID.randomUUID().toString()));
    }

    /// Makes an account for somebody whom this client invites into a project as a viewer, and a token of theirs.
    String tokenOfGuest(UUID project, int number) throws IOException {
        String link = post(
                        "/api/v1/projects/" + project + "/invitations",
                        "{\"email\": \"guest-%d@benchmark.invalid\", \"role\": \"REVIEWER\"}".formatted(number))
                .path("link")
                .asText();
        String key = link.substring(link.indexOf("key=") + "key=".length());
        return tokenOfNewAccount(
                address,
                "/invitation/newcomer",
                Map.of(
                        "key",
                        key,
                        "name",
                        "Guest " + number,
                        "password",
                        UUID.randomUUID().toString()));
    }

    private static String tokenOfNewAccount(URI address, String path, Map<String, String> form) throws IOException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String session;
        try (StudioClient nobody = new StudioClient(address, "Accept", "application/json")) {
            session = nobody.send(
                            nobody.request(path)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(body)),
                            204,
                            BodyHandlers.ofString())
                    .headers()
                    .firstValue("Set-Cookie")
                    .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                    .orElseThrow(() -> new IOException("A session's cookie was expected from " + path));
        }
        try (StudioClient browser = new StudioClient(address, "Cookie", session)) {
            return browser.post(
                            "/api/v1/tokens",
                            "{\"name\": \"benchmark\", \"scopes\": [\"READ\", \"WRITE\", \"JOBS\", \"ADMIN\"], \"days\": 1}")
                    .path("secret")
                    .asText();
        }
    }

    JsonNode get(String path) throws IOException {
        return JSON.readTree(
                send(request(path).GET(), 200, BodyHandlers.ofByteArray()).body());
    }

    JsonNode post(String path, String json) throws IOException {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
        return JSON.readTree(send(request, 201, BodyHandlers.ofByteArray()).body());
    }

    void cancel(String job) throws IOException {
        send(request("/api/v1/jobs/" + job + "/cancel").POST(BodyPublishers.noBody()), 200, BodyHandlers.discarding());
    }

    /// Announces a file (tus) and returns the path to send it to.
    String startUpload(UUID project, String name, long bytes) throws IOException {
        String encoded = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = request("/api/v1/projects/" + project + "/uploads")
                .headers("Tus-Resumable", "1.0.0", "Upload-Length", Long.toString(bytes))
                .header("Upload-Metadata", "filename " + encoded)
                .POST(BodyPublishers.noBody());
        String location = send(request, 201, BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("A header Location was expected for a new upload"));
        return URI.create(location).getPath();
    }

    /// Sends one chunk; with the last one the answer names the asset, before it none.
    String sendChunk(String upload, long offset, BodyPublisher chunk) throws IOException {
        HttpRequest.Builder request = request(upload)
                .headers("Tus-Resumable", "1.0.0", "Upload-Offset", Long.toString(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", chunk);
        return send(request, 204, BodyHandlers.ofString())
                .headers()
                .firstValue("Diorama-Asset")
                .orElse("");
    }

    /// A connection of its own to fetch ranges with this client's token.
    RangeReader rangeReader() throws IOException {
        return RangeReader.connect(address, value.substring(BEARER.length()));
    }

    /// Reads one range of an asset's bytes, through `buffer`, and keeps nothing.
    void readRange(String asset, long start, long length, byte[] buffer) throws IOException {
        HttpRequest.Builder request = request("/api/v1/assets/" + asset + "/content")
                .header("Range", "bytes=%d-%d".formatted(start, start + length - 1))
                .GET();
        long total = 0;
        try (InputStream body = send(request, 206, BodyHandlers.ofInputStream()).body()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                total += read;
            }
        }
        if (total != length) {
            throw new IOException("A range of %,d bytes was expected, %,d came".formatted(length, total));
        }
    }

    /// Opens a stream of a project's changes; whoever reads it closes it.
    InputStream events(UUID project) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/api/v1/projects/" + project + "/events"))
                .header(header, value)
                .GET();
        return send(request, 200, BodyHandlers.ofInputStream()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(LONGEST_ANSWER)
                .header(header, value);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder builder, int status, BodyHandler<T> body) throws IOException {
        HttpRequest request = builder.build();
        try {
            HttpResponse<T> answer = http.send(request, body);
            if (answer.statusCode() != status) {
                throw new IOException("%s %s: status %d was expected, got %d: %s"
                        .formatted(
                                request.method(),
                                request.uri().getPath(),
                                status,
                                answer.statusCode(),
                                text(answer.body())));
            }
            return answer;
        } catch (InterruptedException e) {
            throw Load.interrupted(e);
        }
    }

    private static String text(Object body) {
        return body instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(body);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
