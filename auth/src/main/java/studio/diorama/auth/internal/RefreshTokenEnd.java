package studio.diorama.auth.internal;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// Until when a refresh token is good, where the provider writes it as a JWT. Its signature is not checked: it came
/// from the provider itself, and is the provider's own business.
final class RefreshTokenEnd {

    private static final int PARTS = 3;

    private RefreshTokenEnd() {}

    /// @return empty for an opaque token, or one without an end
    static Optional<Instant> of(String token) {
        String[] parts = token == null ? new String[0] : token.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
            Long end = new JsonObject(new String(payload, StandardCharsets.UTF_8)).getLong("exp");
            return Optional.ofNullable(end).filter(seconds -> seconds > 0).map(Instant::ofEpochSecond);
        } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
            return Optional.empty();
        }
    }
}
