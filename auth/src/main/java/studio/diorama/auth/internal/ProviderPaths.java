package studio.diorama.auth.internal;

/// Where sign-in through an identity provider happens. The provider's own cookies are bound to this path, so that the
/// rest of Diorama knows only its own.
final class ProviderPaths {

    static final String START = "/sign-in/oidc";

    private ProviderPaths() {}

    static boolean belongsToProvider(String path) {
        return path != null && (path.equals(START) || path.startsWith(START + "/"));
    }
}
