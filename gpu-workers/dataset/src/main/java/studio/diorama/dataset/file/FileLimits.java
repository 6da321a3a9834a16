package studio.diorama.dataset.file;

import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// What a reader of layer files takes at most.
///
/// @param side pixels along either side
/// @param pixels in all
/// @param channels of a picture
public record FileLimits(int side, long pixels, int channels) {

    /// 32,768 pixels a side, 128 million in all, 64 channels: a 16K environment map and more than any layer.
    public static final FileLimits DEFAULT = new FileLimits(32_768, 128L << 20, 64);

    /// Checks a size that a file claims.
    ///
    /// @throws DioramaException if it is nothing or too much
    public void check(String file, long width, long height, int claimedChannels) {
        if (width < 1 || height < 1 || claimedChannels < 1) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "%s claims %d × %d pixels of %d channels; at least one of each is expected."
                            .formatted(file, width, height, claimedChannels));
        }
        if (width > side || height > side || width * height > pixels || claimedChannels > channels) {
            throw new DioramaException(
                    ErrorCode.TOO_LARGE,
                    "%s claims %d × %d pixels of %d channels; at most %d a side, %d in all and %d channels are taken."
                            .formatted(file, width, height, claimedChannels, side, pixels, channels));
        }
    }
}
