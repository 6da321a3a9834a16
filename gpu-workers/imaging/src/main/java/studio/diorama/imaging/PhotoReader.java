package studio.diorama.imaging;

import java.nio.file.Path;

/// How a picture's file becomes a picture: in this process, or behind the fence of a [DecoderProcess].
@FunctionalInterface
public interface PhotoReader {

    /// In this process: for files of the person who runs it, on the command line.
    PhotoReader HERE = file -> PhotoDecoder.decode(file, ImageLimits.PHOTO);

    /// @throws studio.diorama.common.DioramaException naming what is wrong with the file
    Photo read(Path file);
}
