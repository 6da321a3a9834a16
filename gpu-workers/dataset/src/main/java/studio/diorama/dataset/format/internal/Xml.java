package studio.diorama.dataset.format.internal;

/// Text for XML files.
final class Xml {

    private Xml() {}

    /// With markup written as entities; characters that XML does not allow become a question mark.
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c < 32 && c != '\t' && c != '\n' && c != '\r' || c > 0xFFFD ? '?' : c);
            }
        }
        return escaped.toString();
    }
}
