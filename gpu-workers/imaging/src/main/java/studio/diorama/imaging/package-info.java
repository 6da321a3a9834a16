/// Photographs in and out.
///
/// Start reading at [ImageHeader], which judges a file without decoding it, then [PhotoDecoder], which makes an
/// upright sRGB [RgbImage] of it, and [DecoderProcess], which does the same in a child process with limits, for
/// files that strangers send. [PngWriter] and [JpegWriter] go the other way.
package studio.diorama.imaging;
