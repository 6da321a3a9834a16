package studio.diorama.frontend.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PageLanguageTest {

    @Test
    void theFirstLanguageThatTheStudioSpeaksIsTaken() {
        assertThat(PageLanguage.best(List.of(Locale.FRENCH, Locale.of("de", "AT"), Locale.ENGLISH)))
                .isEqualTo(Locale.GERMAN);
        assertThat(PageLanguage.best(List.of(Locale.of("en", "GB"), Locale.GERMANY)))
                .isEqualTo(Locale.ENGLISH);
    }

    @Test
    void everybodyElseReadsEnglish() {
        assertThat(PageLanguage.best(List.of(Locale.FRENCH))).isEqualTo(Locale.ENGLISH);
        assertThat(PageLanguage.best(List.of())).isEqualTo(Locale.ENGLISH);
    }
}
