package studio.diorama.persistence.project;

/// What somebody is in a project; `auth` says what each may do. From most to least.
public enum Role {
    OWNER,
    EDITOR,
    REVIEWER,
    ANNOTATOR,
    VIEWER
}
