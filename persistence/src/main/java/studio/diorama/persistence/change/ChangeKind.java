package studio.diorama.persistence.change;

/// What sort of object has changed.
public enum ChangeKind {
    PROJECT,
    MEMBER,
    ASSET,
    JOB,
    WORKER
}
