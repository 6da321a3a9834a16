package studio.diorama.models.cameranoise;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import studio.diorama.imaging.Rgb8Image;

/// What a camera's JPEG does to a picture: compressed and read back.
public final class JpegStage {

    private static final String METADATA_FORMAT = "javax_imageio_jpeg_image_1.0";

    private JpegStage() {}

    /// The picture as it comes back from its file.
    public static Rgb8Image roundTrip(Rgb8Image picture, Compression.Jpeg jpeg) {
        try {
            BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(encode(picture, jpeg)));
            int width = picture.width();
            int[] row = new int[width];
            byte[] samples = new byte[picture.samples().length];
            for (int y = 0, i = 0; y < picture.height(); y++) {
                decoded.getRGB(0, y, width, 1, row, 0, width);
                for (int rgb : row) {
                    samples[i++] = (byte) (rgb >> 16);
                    samples[i++] = (byte) (rgb >> 8);
                    samples[i++] = (byte) rgb;
                }
            }
            return new Rgb8Image(width, picture.height(), samples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The bytes of the file.
    public static byte[] encode(Rgb8Image picture, Compression.Jpeg jpeg) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[picture.width()];
        byte[] samples = picture.samples();
        for (int y = 0, i = 0; y < picture.height(); y++) {
            for (int x = 0; x < row.length; x++, i += 3) {
                row[x] = (samples[i] & 0xFF) << 16 | (samples[i + 1] & 0xFF) << 8 | samples[i + 2] & 0xFF;
            }
            image.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(jpeg.quality() / 100f);
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), parameters);
            setSampling(metadata, jpeg.chroma());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(samples.length / 4);
            try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
                writer.setOutput(output);
                writer.write(null, new IIOImage(image, null, metadata), parameters);
            }
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }

    private static void setSampling(IIOMetadata metadata, Compression.Chroma chroma) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(METADATA_FORMAT);
        IIOMetadataNode luma =
                (IIOMetadataNode) root.getElementsByTagName("componentSpec").item(0);
        luma.setAttribute("HsamplingFactor", chroma == Compression.Chroma.FULL ? "1" : "2");
        luma.setAttribute("VsamplingFactor", chroma == Compression.Chroma.HALF_BOTH ? "2" : "1");
        metadata.setFromTree(METADATA_FORMAT, root);
    }
}
