package studio.diorama.auth.internal;

import io.vertx.core.MultiMap;
import java.util.Optional;

/// Headers that bind a browser's hands. A handler that serves people's own files replaces the content policy by a
/// stricter one of its own.
final class SecurityHeaders {

    private final String contentPolicy;

    /// @param provider where the identity provider is, to which the form that signs out leads on
    SecurityHeaders(Optional<String> provider) {
        // Flow needs inline and evaluated scripts, and <base href>; textures and decoders of the viewer come as blobs.
        this.contentPolicy = String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                "media-src 'self' blob:",
                "worker-src 'self' blob:",
                "connect-src 'self' data: blob:",
                "object-src 'none'",
                "base-uri 'self'",
                "frame-ancestors 'none'",
                "form-action 'self'" + provider.map(origin -> " " + origin).orElse(""));
    }

    /// Adds each header that is not there yet.
    void addTo(MultiMap headers, boolean secure) {
        add(headers, "Content-Security-Policy", contentPolicy);
        add(headers, "X-Content-Type-Options", "nosniff");
        add(headers, "X-Frame-Options", "DENY");
        add(headers, "Referrer-Policy", "same-origin");
        add(headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        add(headers, "Cross-Origin-Opener-Policy", "same-origin");
        add(headers, "Cross-Origin-Resource-Policy", "same-origin");
        if (secure) {
            add(headers, "Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static void add(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
