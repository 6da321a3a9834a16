package studio.diorama.auth;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.diorama.auth.internal.PersonalData;
import studio.diorama.auth.internal.Secrets;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.account.AccessToken;
import studio.diorama.persistence.account.AccessTokenRepository;
import studio.diorama.persistence.account.TokenScope;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.database.Ids;
import studio.diorama.persistence.project.MemberRepository;

/// One's own access tokens. A token can make further ones only if it has the scope `ADMIN`, and none that may do
/// more, in more projects or for longer than itself.
@ApplicationScoped
public class AccessTokens {

    private static final int MOST_TOKENS = 100;

    private final AccessTokenRepository tokens;
    private final MemberRepository members;
    private final InstantSource clock;
    private final Duration longestLife;
    private final int nameLength;

    public AccessTokens(
            AccessTokenRepository tokens, MemberRepository members, InstantSource clock, DioramaConfig config) {
        this.tokens = tokens;
        this.members = members;
        this.clock = clock;
        this.longestLife = config.session().tokenLife();
        this.nameLength = config.limits().nameLength();
    }

    /// @param projectId the one project it opens, or empty for all of its owner's
    /// @param life how long it is good
    /// @throws DioramaException `INVALID_INPUT`, `FORBIDDEN` or `NOT_FOUND` for what it may not be
    public NewAccessToken create(
            Actor actor, String name, Set<TokenScope> scopes, Optional<UUID> projectId, Duration life) {
        ProjectAccess.checkScope(actor, TokenScope.ADMIN);
        String shown = PersonalData.name("Name", name, nameLength);
        if (scopes.isEmpty()) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, "Scopes: at least one is expected, got none.");
        }
        if (!life.isPositive() || life.compareTo(longestLife) > 0) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Expiry: between now and %d days from now is expected.".formatted(longestLife.toDays()));
        }
        if (projectId.isPresent() && members.roleOf(actor.id(), projectId.get()).isEmpty()) {
            throw new DioramaException(ErrorCode.NOT_FOUND, "There is no such project.");
        }
        Instant now = clock.instant();
        AccessToken token = new AccessToken(
                Ids.next(), actor.id(), projectId, shown, scopes, now, now.plus(life), Optional.empty());
        actor.token().ifPresent(maker -> checkNotMore(maker, token));
        if (tokens.ofAccount(actor.id()).size() >= MOST_TOKENS) {
            throw new DioramaException(
                    ErrorCode.RATE_LIMITED, "You have %d tokens. Revoke some first.".formatted(MOST_TOKENS));
        }
        String secret = Secrets.randomToken();
        tokens.create(token, Secrets.hash(secret));
        return new NewAccessToken(token, secret);
    }

    /// One's own, newest first, expired ones included.
    public List<AccessToken> list(Actor actor) {
        ProjectAccess.checkScope(actor, TokenScope.READ);
        return tokens.ofAccount(actor.id());
    }

    /// Ends a token at once.
    ///
    /// @throws DioramaException `NOT_FOUND` if one has no such token
    public void revoke(Actor actor, UUID tokenId) {
        ProjectAccess.checkScope(actor, TokenScope.ADMIN);
        if (!tokens.delete(actor.id(), tokenId)) {
            throw new DioramaException(ErrorCode.NOT_FOUND, "You have no such token.");
        }
    }

    private static void checkNotMore(AccessToken maker, AccessToken made) {
        boolean otherProject =
                maker.projectId().isPresent() && !maker.projectId().equals(made.projectId());
        if (otherProject
                || !maker.scopes().containsAll(made.scopes())
                || made.expiresAt().isAfter(maker.expiresAt())) {
            throw new DioramaException(
                    ErrorCode.FORBIDDEN,
                    "A token cannot make one that may do more, in more projects or for longer than itself.");
        }
    }
}
