package studio.diorama.models.cameranoise.data;

import java.nio.file.Path;
import java.util.List;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.imaging.ImageLimits;
import studio.diorama.imaging.PhotoDecoder;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;
import studio.diorama.models.cameranoise.BitDepths;

/// A burst's frames, opened one at a time and as often as needed, so that memory does not grow with their number.
public interface Frames {

    int count();

    /// What a person knows the frame by.
    String name(int frame);

    Rgb8Image open(int frame);

    /// Frames of picture files.
    ///
    /// @param convert16Bit whether pictures of 16 bits are rounded to 8 instead of refused
    static Frames of(List<Path> files, boolean convert16Bit) {
        return new Frames() {
            @Override
            public int count() {
                return files.size();
            }

            @Override
            public String name(int frame) {
                return files.get(frame).getFileName().toString();
            }

            @Override
            public Rgb8Image open(int frame) {
                RgbImage picture =
                        PhotoDecoder.decode(files.get(frame), ImageLimits.PHOTO).image();
                if (picture.bitDepth() != 8 && !convert16Bit) {
                    throw new DioramaException(
                            ErrorCode.INVALID_INPUT,
                            "%s has %d bits per channel; frames of 8 bits are accepted, or ask for conversion to 8 bits."
                                    .formatted(name(frame), picture.bitDepth()));
                }
                return BitDepths.eight(picture);
            }
        };
    }
}
