package studio.diorama.auth.internal;

/// The real hasher at the least cost that Argon2 allows, so that tests of something else do not wait for it.
public final class CheapHasher {

    private CheapHasher() {}

    public static PasswordHasher make() {
        return new PasswordHasher(new Argon2Cost(8, 1, 1));
    }
}
