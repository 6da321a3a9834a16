package studio.diorama.imaging;

import java.nio.file.Path;
import studio.diorama.common.DioramaException;
import studio.diorama.imaging.internal.PictureDecoder;

/// Makes upright sRGB pixels of a picture file, in this process.
///
/// The EXIF orientation is applied, an embedded colour profile is converted from, grey and palette become RGB,
/// and transparency is laid over white. Files from strangers go through [DecoderProcess] instead, which does
/// the same behind limits of memory and time.
public final class PhotoDecoder {

    private PhotoDecoder() {}

    /// Decodes one still picture. Needs the result's memory and at most as much again.
    ///
    /// @throws DioramaException `UNSUPPORTED_MEDIA` for another kind of file, `INVALID_INPUT` for a damaged or
    /// truncated one and for one over a limit, `OUT_OF_MEMORY` when the heap is too small
    public static Photo decode(Path file, ImageLimits limits) {
        return PictureDecoder.decode(file, limits);
    }
}
