package studio.diorama.frontend;

import com.vaadin.flow.component.UI;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// What the pages say, in the reader's language. The key of a text is its English wording, so the code reads as the
/// page does; `words_de.properties` holds the German.
public final class Words {

    private static final String BUNDLE = "studio.diorama.frontend.words";

    private Words() {}

    /// The text in the page's language, with `{0}`, `{1}` … replaced as [MessageFormat] does, plurals by `choice`.
    public static String t(String english, Object... values) {
        Locale locale = locale();
        String pattern = translated(english, locale);
        return values.length == 0 ? pattern : new MessageFormat(pattern.replace("'", "''"), locale).format(values);
    }

    /// The language of the page.
    public static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Locale.ENGLISH : ui.getLocale();
    }

    private static String translated(String english, Locale locale) {
        if (!"de".equals(locale.getLanguage())) {
            return english;
        }
        try {
            return ResourceBundle.getBundle(BUNDLE, Locale.GERMAN).getString(english);
        } catch (MissingResourceException e) {
            return english;
        }
    }
}
