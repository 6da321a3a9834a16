package studio.diorama.imaging;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import studio.diorama.imaging.internal.Wrapped;

/// Writes baseline JFIF files with the Independent JPEG Group's quality scale; the same pixels give the same
/// bytes.
public final class JpegWriter {

    private static final String METADATA_FORMAT = "javax_imageio_jpeg_image_1.0";

    private JpegWriter() {}

    /// Writes a picture. The stream stays open.
    ///
    /// @param quality 1 to 100
    public static void write(Rgb8Image image, int quality, ChromaSubsampling subsampling, OutputStream output) {
        requireNonNull(subsampling, "subsampling is null");
        requireNonNull(output, "output is null");
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("a JPEG quality of 1 to 100 expected, got " + quality);
        }
        ImageWriter writer = writer();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(output)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / 100f);
            IIOImage wrapped = new IIOImage(Wrapped.image(image), null, null);
            wrapped.setMetadata(metadata(writer, wrapped, parameters, subsampling));
            writer.setOutput(stream);
            writer.write(null, wrapped, parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadata metadata(
            ImageWriter writer, IIOImage image, ImageWriteParam parameters, ChromaSubsampling subsampling)
            throws IIOInvalidTreeException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image.getRenderedImage()), parameters);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(METADATA_FORMAT);
        IIOMetadataNode brightness =
                (IIOMetadataNode) root.getElementsByTagName("componentSpec").item(0);
        brightness.setAttribute("HsamplingFactor", Integer.toString(subsampling.lumaFactor()));
        brightness.setAttribute("VsamplingFactor", Integer.toString(subsampling.lumaFactor()));
        metadata.setFromTree(METADATA_FORMAT, root);
        return metadata;
    }

    /// The JDK's own writer, whichever others are installed: files must not depend on the class path.
    private static ImageWriter writer() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
                return writer;
            }
        }
        throw new IllegalStateException("the JDK has no JPEG writer");
    }
}
