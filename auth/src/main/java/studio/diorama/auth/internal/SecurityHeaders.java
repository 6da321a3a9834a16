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

    void putInto(MultiMap headers, boolean secure) {
        headers.set("Content-Security-Policy", contentPolicy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (secure) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
