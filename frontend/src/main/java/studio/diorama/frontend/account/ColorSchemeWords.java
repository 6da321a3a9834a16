package studio.diorama.frontend.account;

import static studio.diorama.frontend.Words.t;

import studio.diorama.persistence.account.ColorScheme;

/// Looks in the reader's language and in the page's terms.
final class ColorSchemeWords {

    private ColorSchemeWords() {}

    static String name(ColorScheme scheme) {
        return switch (scheme) {
            case SYSTEM -> t("As the system");
            case LIGHT -> t("Light");
            case DARK -> t("Dark");
        };
    }

    static com.vaadin.flow.component.page.ColorScheme.Value page(ColorScheme scheme) {
        return switch (scheme) {
            case SYSTEM -> com.vaadin.flow.component.page.ColorScheme.Value.LIGHT_DARK;
            case LIGHT -> com.vaadin.flow.component.page.ColorScheme.Value.LIGHT;
            case DARK -> com.vaadin.flow.component.page.ColorScheme.Value.DARK;
        };
    }
}
