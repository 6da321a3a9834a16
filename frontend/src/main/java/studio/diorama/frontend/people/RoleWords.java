package studio.diorama.frontend.people;

import static studio.diorama.frontend.Words.t;

import studio.diorama.persistence.project.Role;

/// Roles in the reader's language.
public final class RoleWords {

    private RoleWords() {}

    public static String name(Role role) {
        return switch (role) {
            case OWNER -> t("owner");
            case EDITOR -> t("editor");
            case REVIEWER -> t("reviewer");
            case ANNOTATOR -> t("annotator");
            case VIEWER -> t("viewer");
        };
    }

    /// What somebody in this role does.
    public static String meaning(Role role) {
        return switch (role) {
            case OWNER -> t("does everything, and decides who belongs here");
            case EDITOR -> t("uploads, starts jobs, releases and deletes");
            case REVIEWER -> t("sees everything as it happens, changes nothing");
            case ANNOTATOR -> t("draws layouts; sees what was released");
            case VIEWER -> t("sees and downloads what was released");
        };
    }
}
