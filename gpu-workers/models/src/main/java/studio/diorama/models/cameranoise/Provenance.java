package studio.diorama.models.cameranoise;

import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Where a profile's numbers come from, without dates and without paths, so that the same fit gives the same file.
///
/// @param pairs what the clean/noisy pairs were
/// @param licence the licence of those pairs, and so whether the profile may be passed on
/// @param command what was run
/// @param codeVersion the version of Diorama that ran
public record Provenance(String pairs, String licence, String command, String codeVersion) {

    private static final int MOST_CHARACTERS = 2000;

    public Provenance {
        check("pairs", pairs);
        check("licence", licence);
        check("command", command);
        check("codeVersion", codeVersion);
    }

    private static void check(String name, String value) {
        if (value == null || value.length() > MOST_CHARACTERS) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Provenance needs \"%s\", a text of at most %d characters.".formatted(name, MOST_CHARACTERS));
        }
    }
}
