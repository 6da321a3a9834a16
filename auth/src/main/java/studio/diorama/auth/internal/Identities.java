package studio.diorama.auth.internal;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import studio.diorama.auth.Actor;
import studio.diorama.auth.CurrentActor;

/// Actors as Quarkus sees them.
final class Identities {

    /// The role of those who run this installation.
    private static final String OPERATOR = "operator";

    private Identities() {}

    static SecurityIdentity of(Actor actor) {
        return with(
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(actor.id().toString())),
                actor);
    }

    /// The same for somebody whom the identity provider has authenticated.
    static SecurityIdentity of(SecurityIdentity provided, Actor actor) {
        return with(QuarkusSecurityIdentity.builder(provided), actor);
    }

    private static SecurityIdentity with(QuarkusSecurityIdentity.Builder builder, Actor actor) {
        builder.addAttribute(CurrentActor.ACTOR, actor).addAttribute(CurrentActor.ACCOUNT_ID, actor.id());
        actor.token().ifPresent(token -> builder.addAttribute(CurrentActor.TOKEN_ID, token.id()));
        if (actor.account().operator()) {
            builder.addRole(OPERATOR);
        }
        return builder.build();
    }
}
