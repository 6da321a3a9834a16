package studio.diorama.auth.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// As much of a browser as signing in needs: cookies by origin and path, and redirects that a test can look at.
final class Browser {

    private static final int MOST_REDIRECTS = 10;

    private final HttpClient client = HttpClient.newHttpClient();

    /// By origin and path of the cookie, then by name.
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    /// One request, no redirect followed.
    HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    HttpResponse<String> post(String url, Map<String, String> form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
    }

    /// Follows redirects until a page comes, or one that leads to a path in `stop`.
    HttpResponse<String> follow(HttpResponse<String> answer, String stop) throws IOException, InterruptedException {
        HttpResponse<String> current = answer;
        for (int i = 0; i < MOST_REDIRECTS && current.statusCode() / 100 == 3; i++) {
            URI next = location(current);
            if (next.getPath().equals(stop)) {
                return current;
            }
            current = get(next.toString());
        }
        return current;
    }

    static URI location(HttpResponse<String> answer) {
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    String cookie(String name) {
        return cookies.values().stream()
                .flatMap(byName -> byName.entrySet().stream())
                .filter(cookie -> cookie.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        URI uri = request.build().uri();
        String held = cookies.entrySet().stream()
                .filter(place -> (origin(uri) + uri.getPath()).startsWith(place.getKey()))
                .flatMap(place -> place.getValue().entrySet().stream())
                .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!held.isEmpty()) {
            request.header("Cookie", held);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(uri, cookie));
        return answer;
    }

    private void keep(URI uri, String header) {
        String[] parts = header.split(";\\s*");
        String path = "/";
        boolean over = false;
        for (String part : parts) {
            path = part.regionMatches(true, 0, "path=", 0, 5) ? part.substring(5) : path;
            over |= part.equalsIgnoreCase("max-age=0");
        }
        String name = parts[0].substring(0, parts[0].indexOf('='));
        Map<String, String> place = cookies.computeIfAbsent(origin(uri) + path, key -> new HashMap<>());
        if (over) {
            place.remove(name);
        } else {
            place.put(name, parts[0].substring(name.length() + 1));
        }
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
