package studio.diorama.auth.internal;

import java.util.Optional;
import java.util.Set;

/// Tells requests that another site made a browser send. Such a request may read a page, as any link does; it may
/// neither change anything nor open a socket.
final class CrossSite {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    /// `none` is the person themselves: the address bar, a bookmark.
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private CrossSite() {}

    /// @param upgrade whether a WebSocket is asked for
    /// @param fetchSite the header `Sec-Fetch-Site`, which every current browser sends and no script can forge
    /// @param origin the header `Origin`
    /// @param host the host that is asked
    static boolean isForbidden(
            String method, boolean upgrade, Optional<String> fetchSite, Optional<String> origin, Host host) {
        if (SAFE_METHODS.contains(method) && !upgrade) {
            return false;
        }
        boolean foreignSite =
                fetchSite.filter(site -> !OWN_SITES.contains(site)).isPresent();
        boolean foreignOrigin = origin.filter(text -> !host.isOrigin(text)).isPresent();
        return foreignSite || foreignOrigin;
    }
}
