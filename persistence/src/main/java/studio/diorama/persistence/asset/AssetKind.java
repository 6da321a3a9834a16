package studio.diorama.persistence.asset;

/// What the bytes of an asset are.
public enum AssetKind {
    /// A picture that somebody uploaded.
    PHOTO,
    /// A photo as the named camera would have taken it.
    NOISY,
    /// The photo that the noise was added to: upright, in sRGB, as PNG.
    CLEAN,
    /// The standard deviation of the noise at every pixel, 16-bit PNG, 256 per 8-bit level.
    NOISE_LEVEL,
    /// A zip of clean and noisy pictures, noise levels and a manifest.
    DATASET,
    /// A camera's noise, fitted from pairs.
    CAMERA_PROFILE,
    /// Weights of a noise flow, trained on pairs or bursts; safetensors.
    NOISE_MODEL,
    /// What was measured, as JSON that its page draws.
    REPORT;

    /// Whether a job made it, so that it is shown among results and can be released.
    public boolean isResult() {
        return this != PHOTO;
    }
}
