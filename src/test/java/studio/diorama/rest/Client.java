package studio.diorama.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// A program that uses the interface in somebody's name.
///
/// @param base where the server is
/// @param credential a header and its value, or empty for nobody
record Client(URI base, List<String> credential) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    static Client nobody(URI base) {
        return new Client(base, List.of());
    }

    static Client withToken(URI base, String token) {
        return new Client(base, List.of("Authorization", "Bearer " + token));
    }

    static Client withCookie(URI base, String secret) {
        return new Client(base, List.of("Cookie", "diorama_session=" + secret));
    }

    /// An answer with its body in memory.
    record Answer(HttpResponse<byte[]> http) {

        int status() {
            return http.statusCode();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse(null);
        }

        byte[] bytes() {
            return http.body();
        }

        String text() {
            return new String(http.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(http.body());
            } catch (IOException e) {
                throw new UncheckedIOException(text(), e);
            }
        }

        /// The problem's code, after looking at its shape.
        String code() {
            if (!"application/problem+json".equals(header("Content-Type"))
                    || json().path("status").asInt() != status()) {
                throw new AssertionError(
                        "A problem detail is expected, got " + status() + " " + header("Content-Type") + ": " + text());
            }
            return json().path("code").asText();
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    Answer post(String path, String json, String... headers) {
        return json("POST", path, json, headers);
    }

    Answer patch(String path, String json, String... headers) {
        return json("PATCH", path, json, headers);
    }

    private Answer json(String method, String path, String json, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return send(method, path, json == null ? null : json.getBytes(StandardCharsets.UTF_8), all);
    }

    /// @param path of this server, as a template filled in by the caller
    /// @param headers names and values in turn
    Answer send(String method, String path, byte[] body, String... headers) {
        try {
            return new Answer(HTTP.send(request(method, path, body, headers), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (!credential.isEmpty()) {
            request.header(credential.get(0), credential.get(1));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    /// The status alone, of an answer that may go on for ever.
    int statusOf(String method, String path, byte[] body, String... headers) {
        try {
            HttpResponse<InputStream> answer =
                    HTTP.send(request(method, path, body, headers), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// An answer whose lines come as they come.
    HttpResponse<Stream<String>> stream(String path, String... headers) {
        try {
            return HTTP.send(request("GET", path, null, headers), HttpResponse.BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
