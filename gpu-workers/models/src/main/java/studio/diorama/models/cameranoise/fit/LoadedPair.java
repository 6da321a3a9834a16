package studio.diorama.models.cameranoise.fit;

import java.nio.file.Path;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.imaging.PhotoReader;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;
import studio.diorama.models.cameranoise.BitDepths;

/// A pair in memory, both pictures 8 bits and of one size.
///
/// @param clean without noise
/// @param noisy with noise
public record LoadedPair(Rgb8Image clean, Rgb8Image noisy) {

    /// @param convert16Bit whether pictures of 16 bits are rounded to 8; refused otherwise, because the noise of
    /// 16-bit files has usually not been quantised or compressed
    /// @throws DioramaException naming the file that does not fit
    public static LoadedPair of(PairFile files, boolean convert16Bit) {
        return of(files, convert16Bit, PhotoReader.HERE);
    }

    /// The same through a reader of one's own.
    public static LoadedPair of(PairFile files, boolean convert16Bit, PhotoReader reader) {
        Rgb8Image clean = read(files.clean(), convert16Bit, reader);
        Rgb8Image noisy = read(files.noisy(), convert16Bit, reader);
        if (clean.width() != noisy.width() || clean.height() != noisy.height()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "%s is %d × %d, but its clean partner %s is %d × %d: a pair must have one size."
                            .formatted(
                                    files.noisy().getFileName(),
                                    noisy.width(),
                                    noisy.height(),
                                    files.clean().getFileName(),
                                    clean.width(),
                                    clean.height()));
        }
        return new LoadedPair(clean, noisy);
    }

    /// The part of both pictures from the top left corner, at most `side` pixels wide and high. Starting there keeps a
    /// JPEG's blocks where they were.
    public LoadedPair corner(int side) {
        return new LoadedPair(corner(clean, side), corner(noisy, side));
    }

    private static Rgb8Image corner(Rgb8Image picture, int side) {
        int width = Math.min(side, picture.width());
        int height = Math.min(side, picture.height());
        byte[] samples = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(picture.samples(), 3 * y * picture.width(), samples, 3 * y * width, 3 * width);
        }
        return new Rgb8Image(width, height, samples);
    }

    private static Rgb8Image read(Path file, boolean convert16Bit, PhotoReader reader) {
        RgbImage picture = reader.read(file).image();
        if (picture.bitDepth() != 8 && !convert16Bit) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "%s has %d bits per channel; pairs of 8 bits are accepted, or ask for conversion to 8 bits."
                            .formatted(file.getFileName(), picture.bitDepth()));
        }
        return BitDepths.eight(picture);
    }
}
