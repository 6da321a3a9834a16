package studio.diorama.models.cameranoise;

import static java.util.Objects.requireNonNull;

import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.Seed;

/// How one picture is drawn.
///
/// @param seed what the noise is keyed on, beside the place of each sample
/// @param outputBitDepth 8 or 16 bits per channel of the noisy picture
/// @param compress whether an 8-bit picture goes through the profile's JPEG; 16-bit pictures never do
/// @param threads how many threads share the rows; the result does not depend on it
/// @param originX where the given picture's left column lies in a larger one; 0 for a whole picture
/// @param originY where the given picture's top row lies in a larger one; 0 for a whole picture
public record NoiseOptions(Seed seed, int outputBitDepth, boolean compress, int threads, int originX, int originY) {

    public NoiseOptions {
        requireNonNull(seed, "seed is null");
        if (outputBitDepth != 8 && outputBitDepth != 16) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, "Output bit depth must be 8 or 16, got %d.".formatted(outputBitDepth));
        }
        if (threads < 1 || threads > 1024) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, "Threads must be 1 to 1024, got %d.".formatted(threads));
        }
        if (originX < 0 || originY < 0) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "A tile's origin must not be negative, got (%d, %d).".formatted(originX, originY));
        }
        if (compress && (originX != 0 || originY != 0)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "JPEG blocks cross tiles: draw the tiles without compression, join them, then compress the whole.");
        }
    }

    /// A whole picture on one thread, 8 bits, compressed as the camera does.
    public static NoiseOptions of(Seed seed) {
        return new NoiseOptions(seed, 8, true, 1, 0, 0);
    }

    public NoiseOptions withOutputBitDepth(int bits) {
        return new NoiseOptions(seed, bits, compress, threads, originX, originY);
    }

    public NoiseOptions withCompression(boolean wanted) {
        return new NoiseOptions(seed, outputBitDepth, wanted, threads, originX, originY);
    }

    public NoiseOptions withThreads(int count) {
        return new NoiseOptions(seed, outputBitDepth, compress, count, originX, originY);
    }

    public NoiseOptions withOrigin(int x, int y) {
        return new NoiseOptions(seed, outputBitDepth, compress, threads, x, y);
    }
}
