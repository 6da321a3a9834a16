package studio.diorama.common;

/// What went wrong, in the words that clients of the API, the command line and the log share.
///
/// The names are part of the public API (`code` in a problem detail), so they are never renamed.
public enum ErrorCode {
    /// The request itself cannot be read: bad JSON, an unknown field, an illegal path.
    MALFORMED_REQUEST,
    /// Nobody is signed in, or the session or token has ended.
    NOT_SIGNED_IN,
    /// Signed in, but this person may not do this to this object.
    FORBIDDEN,
    /// There is no such object, or it is not one this person may know of.
    NOT_FOUND,
    /// The object is in a state that does not allow this.
    CONFLICT,
    /// The object was there and has ended: an expired link, a used invitation.
    GONE,
    /// The object has changed since the caller read it (`If-Match`).
    PRECONDITION_FAILED,
    /// A change needs the version it was made from (`If-Match`), and none came.
    PRECONDITION_REQUIRED,
    /// More bytes, pixels or items than a limit allows.
    TOO_LARGE,
    /// The bytes are of a kind that is not taken, whatever their name says.
    UNSUPPORTED_MEDIA,
    /// The bytes arrived damaged: their checksum is not the one announced.
    CHECKSUM_MISMATCH,
    /// Readable, but not acceptable: out of range, truncated, contradictory.
    INVALID_INPUT,
    /// Too many requests in too short a time, or a quota is used up.
    RATE_LIMITED,
    /// Somebody asked for it to stop.
    CANCELLED,
    /// The work needs more memory than the machine has free.
    OUT_OF_MEMORY,
    /// The process that did the work is gone.
    WORKER_LOST,
    /// The disk has too little room left.
    STORAGE_FULL,
    /// A part that is needed (database, identity provider) does not answer just now.
    UNAVAILABLE,
    /// Stored bytes no longer have the hash they were stored under.
    DAMAGED,
    /// Diorama's own mistake; the log knows more under the id that came with it.
    INTERNAL
}
