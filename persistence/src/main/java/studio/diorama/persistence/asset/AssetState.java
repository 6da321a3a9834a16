package studio.diorama.persistence.asset;

/// Whether an asset's bytes have been looked at.
public enum AssetState {
    /// Arrived whole; a worker has yet to decode it.
    CHECKING,
    READY,
    /// Not a picture that can be used; the message says why.
    REFUSED
}
