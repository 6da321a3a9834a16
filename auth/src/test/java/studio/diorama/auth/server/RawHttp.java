package studio.diorama.auth.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Sends requests byte for byte as they are written, also those that no well-behaved client would send.
final class RawHttp {

    private static final int TIMEOUT_MILLISECONDS = 30_000;

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /// @param headers further lines, each with its line break
    Answer send(String method, String target, String host, String headers, String body) throws IOException {
        String head = "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n"
                .formatted(method, target, host, body.length(), headers);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(TIMEOUT_MILLISECONDS);
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new Answer(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    Answer get(String target, String headers) throws IOException {
        return send("GET", target, "localhost:" + port, headers, "");
    }

    Answer post(String target, String headers, String form) throws IOException {
        String type = "Content-Type: application/x-www-form-urlencoded\r\n";
        return send("POST", target, "localhost:" + port, type + headers, form);
    }

    /// @param text all of it: status line, headers, body
    record Answer(String text) {

        int status() {
            return Integer.parseInt(text.substring(9, 12));
        }

        /// The first header of that name, or an empty text.
        String header(String name) {
            String wanted = name.toLowerCase(Locale.ROOT) + ": ";
            return text.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
                    .map(line -> line.substring(wanted.length()))
                    .findFirst()
                    .orElse("");
        }

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        /// Name and value of the cookie that it sets.
        String cookie() {
            return header("set-cookie").replaceFirst(";.*", "");
        }
    }
}
