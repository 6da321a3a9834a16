package studio.diorama.models.cameranoise.denoiser;

/// Everything that decides the denoiser's shape.
///
/// @param layers convolutions of 3×3, the first and the last one included
/// @param width channels between them
public record DenoiserConfig(int layers, int width) {

    /// Sees 17 × 17 pixels, which is as far as noise of a camera goes together; 32,000 multiplications a pixel.
    public static final DenoiserConfig SMALL = new DenoiserConfig(8, 24);

    public DenoiserConfig {
        if (layers < 2 || width < 1) {
            throw new IllegalArgumentException(
                    "a denoiser needs two layers and a channel at least, got %d and %d".formatted(layers, width));
        }
    }

    int inputs(int layer) {
        return layer == 0 ? 3 : width;
    }

    int outputs(int layer) {
        return layer == layers - 1 ? 3 : width;
    }
}
