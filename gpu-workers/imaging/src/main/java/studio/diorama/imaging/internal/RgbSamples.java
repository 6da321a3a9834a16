package studio.diorama.imaging.internal;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.util.List;
import java.util.Optional;
import studio.diorama.imaging.Rgb16Image;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;

/// Brings stored pixels of any kind to interleaved sRGB samples, row by row, in the decoder's own array where
/// it fits.
final class RgbSamples {

    private RgbSamples() {}

    static RgbImage of(BufferedImage stored, Optional<ColourProfile> profile, List<String> warnings) {
        int channels = stored.getColorModel().getNumColorComponents();
        Optional<ColourProfile> usable = profile.filter(p -> p.channels() == channels);
        // The reader of CMYK JPEG has used the CMYK profile itself by now.
        boolean used = channels == 3 && profile.isPresent() && profile.get().channels() == 4;
        if (profile.isPresent() && usable.isEmpty() && !used) {
            warnings.add("The colour profile \"%s\" is for %d channels and the picture has %d; it was not used."
                    .formatted(profile.get().name(), profile.get().channels(), channels));
        }
        if (stored.getColorModel().hasAlpha()) {
            warnings.add("Transparent parts were laid over white.");
        }
        SrgbRows rows = SrgbRows.of(stored, usable);
        boolean sixteen = stored.getColorModel() instanceof ComponentColorModel
                && stored.getRaster().getTransferType() == DataBuffer.TYPE_USHORT;
        return sixteen ? sixteenBits(stored, rows) : eightBits(stored, rows);
    }

    private static RgbImage eightBits(BufferedImage stored, SrgbRows rows) {
        int width = stored.getWidth();
        int height = stored.getHeight();
        byte[] samples = hasRgbRows(stored) && stored.getRaster().getDataBuffer() instanceof DataBufferByte data
                ? data.getData()
                : new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
        if (!isDone(stored, rows)) {
            for (int y = 0; y < height; y++) {
                int[] row = rows.row(y);
                for (int i = 0; i < row.length; i++) {
                    samples[y * row.length + i] = (byte) row[i];
                }
            }
        }
        return new Rgb8Image(width, height, samples);
    }

    private static RgbImage sixteenBits(BufferedImage stored, SrgbRows rows) {
        int width = stored.getWidth();
        int height = stored.getHeight();
        short[] samples = hasRgbRows(stored) && stored.getRaster().getDataBuffer() instanceof DataBufferUShort data
                ? data.getData()
                : new short[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
        if (!isDone(stored, rows)) {
            for (int y = 0; y < height; y++) {
                int[] row = rows.row(y);
                for (int i = 0; i < row.length; i++) {
                    samples[y * row.length + i] = (short) row[i];
                }
            }
        }
        return new Rgb16Image(width, height, samples);
    }

    /// Whether a row of three interleaved samples a pixel can be written over the stored row it was made from.
    private static boolean hasRgbRows(BufferedImage stored) {
        return stored.getSampleModel() instanceof ComponentSampleModel layout
                && layout.getNumBands() == 3
                && layout.getPixelStride() == 3
                && layout.getScanlineStride() == stored.getWidth() * 3
                && stored.getRaster().getParent() == null
                && stored.getRaster().getDataBuffer().getNumBanks() == 1
                && stored.getRaster().getDataBuffer().getOffset() == 0
                && stored.getRaster().getDataBuffer().getSize() == stored.getWidth() * stored.getHeight() * 3;
    }

    /// Whether the stored samples already are what is wanted: in the order R, G, B and with nothing to convert.
    private static boolean isDone(BufferedImage stored, SrgbRows rows) {
        if (!hasRgbRows(stored) || !rows.areStoredAsTheyAre()) {
            return false;
        }
        int[] offsets = ((ComponentSampleModel) stored.getSampleModel()).getBandOffsets();
        return offsets[0] == 0 && offsets[1] == 1 && offsets[2] == 2;
    }
}
