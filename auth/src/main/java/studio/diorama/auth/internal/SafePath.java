package studio.diorama.auth.internal;

import java.net.URI;
import java.util.Optional;

/// Places within this site to which a form may send its browser afterwards; never another site.
final class SafePath {

    private static final URI HOME = URI.create("/");

    private SafePath() {}

    /// @return `wanted` if it is a path of this site, else the home page
    static URI orHome(String wanted) {
        return Optional.ofNullable(wanted)
                .filter(SafePath::isLocal)
                .map(URI::create)
                .orElse(HOME);
    }

    private static boolean isLocal(String path) {
        // Browsers read “//host” and “/\host” as another site.
        if (!path.startsWith("/") || path.startsWith("//") || path.indexOf('\\') >= 0) {
            return false;
        }
        try {
            URI uri = new URI(path);
            return uri.getHost() == null && uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }
}
