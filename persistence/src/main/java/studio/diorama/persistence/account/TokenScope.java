package studio.diorama.persistence.account;

/// What an access token may be used for; its owner's role is asked as well.
public enum TokenScope {
    /// See and download.
    READ,
    /// Upload, change, release, delete.
    WRITE,
    /// Start, cancel and retry jobs.
    JOBS,
    /// People, tokens, settings of a project.
    ADMIN
}
