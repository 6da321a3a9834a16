package studio.diorama.persistence.internal;

/// Text that came from files and programs, made fit for a column.
public final class Text {

    private Text() {}

    /// `text` with at most `most` UTF-16 units and without the NUL that PostgreSQL does not take; null stays null.
    public static String fit(String text, int most) {
        if (text == null) {
            return null;
        }
        String clean = text.replace('\0', '\uFFFD');
        if (clean.length() <= most) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(most - 2)) ? most - 2 : most - 1;
        return clean.substring(0, end) + "…";
    }
}
