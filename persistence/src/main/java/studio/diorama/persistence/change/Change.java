package studio.diorama.persistence.change;

import java.time.Instant;
import java.util.UUID;

/// Something has changed; whoever cares reads it again.
///
/// @param number rises, with gaps
/// @param changedAt when
/// @param projectId the project it happened in, null for what belongs to none
/// @param kind what sort of object
/// @param objectId which one
public record Change(long number, Instant changedAt, UUID projectId, ChangeKind kind, UUID objectId) {}
