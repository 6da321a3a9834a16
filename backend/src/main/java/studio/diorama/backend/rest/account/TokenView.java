package studio.diorama.backend.rest.account;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.diorama.persistence.account.AccessToken;
import studio.diorama.persistence.account.TokenScope;

/// An access token; with its secret only in the answer that makes it.
@Schema(name = "Token")
record TokenView(
        UUID id,
        String name,
        Set<TokenScope> scopes,

        @Schema(description = "The one project that it opens; absent for all of yours")
        UUID project,

        Instant createdAt,
        Instant expiresAt,
        @Schema(description = "To the minute") Instant lastUsedAt,

        @Schema(description = "What programs send as “Authorization: Bearer dio_…”; shown once")
        String secret) {

    static TokenView of(AccessToken token, String secret) {
        return new TokenView(
                token.id(),
                token.name(),
                new TreeSet<>(token.scopes()),
                token.projectId().orElse(null),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt().orElse(null),
                secret);
    }
}
