package studio.diorama.frontend.account;

import static studio.diorama.frontend.Words.t;

import java.util.Set;
import java.util.stream.Collectors;
import studio.diorama.persistence.account.TokenScope;

/// What a token may be used for, in the reader's language.
final class ScopeWords {

    private ScopeWords() {}

    static String name(TokenScope scope) {
        return switch (scope) {
            case READ -> t("read");
            case WRITE -> t("write");
            case JOBS -> t("run jobs");
            case ADMIN -> t("administer");
        };
    }

    static String names(Set<TokenScope> scopes) {
        return scopes.stream().sorted().map(ScopeWords::name).collect(Collectors.joining(", "));
    }

    static String meaning(TokenScope scope) {
        return switch (scope) {
            case READ -> t("read: see and download");
            case WRITE -> t("write: upload, change, release, delete");
            case JOBS -> t("run jobs: start, cancel, retry");
            case ADMIN -> t("administer: people, tokens, settings");
        };
    }
}
