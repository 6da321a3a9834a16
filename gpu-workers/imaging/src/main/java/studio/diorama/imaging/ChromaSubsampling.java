package studio.diorama.imaging;

/// How finely a JPEG stores colour differences.
public enum ChromaSubsampling {
    /// As finely as brightness.
    YUV_444(1),
    /// Half as finely in both directions: what cameras and telephones write.
    YUV_420(2);

    private final int lumaFactor;

    ChromaSubsampling(int lumaFactor) {
        this.lumaFactor = lumaFactor;
    }

    /// Brightness samples for each colour sample, in either direction.
    public int lumaFactor() {
        return lumaFactor;
    }
}
