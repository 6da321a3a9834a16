package studio.diorama.frontend.door;

/// Addresses within this site. An address in a link may come from anybody.
final class LocalPath {

    private LocalPath() {}

    /// @return `wanted` if a browser reads it as a path of this site, else the home page
    static String orHome(String wanted) {
        // Browsers read “//host” and “/\host” as another site, and skip control characters within.
        boolean local = wanted != null
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.chars().allMatch(letter -> letter > ' ' && letter != '\\' && letter != 0x7f);
        return local ? wanted : "/";
    }
}
