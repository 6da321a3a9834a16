package studio.diorama.auth;

import static java.util.Objects.requireNonNull;

import studio.diorama.persistence.project.Invitation;

/// An invitation that has just been made.
///
/// @param invitation what it offers
/// @param secret what its link holds; shown this once, only its hash is kept
public record NewInvitation(Invitation invitation, String secret) {

    public NewInvitation {
        requireNonNull(invitation, "invitation is null");
        requireNonNull(secret, "secret is null");
    }

    /// Keeps the secret out of logs.
    @Override
    public String toString() {
        return "Invitation " + invitation.id();
    }
}
