package studio.diorama.auth.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// A host name and a port, as `Host` and `Origin` headers give them.
///
/// @param name in lower case, an IPv6 address without its brackets
/// @param port −1 where none is given
record Host(String name, int port) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    Host {
        name = name.toLowerCase(Locale.ROOT);
        if (name.startsWith("[") && name.endsWith("]")) {
            name = name.substring(1, name.length() - 1);
        }
    }

    /// The host of a URL, if it has one.
    static Optional<Host> ofUrl(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() == null || uri.getScheme() == null) {
                return Optional.empty();
            }
            return Optional.of(new Host(uri.getHost(), uri.getPort()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// Whether `origin` (`scheme://host[:port]`) is this host. A missing port is the one usual for the origin's
    /// scheme on both sides, because behind a proxy that speaks TLS this process does not see the scheme itself.
    boolean isOrigin(String origin) {
        int usual = origin.startsWith("https:") ? HTTPS : HTTP;
        return ofUrl(origin)
                .filter(other -> other.name.equals(name) && other.portOr(usual) == portOr(usual))
                .isPresent();
    }

    private int portOr(int usual) {
        return port < 0 ? usual : port;
    }
}
