package studio.diorama.imaging;

/// The kinds of picture that are taken, told apart by their content and never by their name.
public enum ImageFormat {
    PNG("image/png"),
    JPEG("image/jpeg"),
    WEBP("image/webp"),
    TIFF("image/tiff");

    private final String mediaType;

    ImageFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /// The media type under which such bytes are served.
    public String mediaType() {
        return mediaType;
    }
}
