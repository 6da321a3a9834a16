package studio.diorama.imaging.internal;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Optional;

/// One row after the other of a stored picture, as sRGB over white; samples are 0 to 255, or to 65535 where the
/// picture stores 16 bits.
sealed interface SrgbRows {

    /// Three values a pixel; the array is used again for the next row.
    int[] row(int y);

    /// Whether rows hold the stored samples unchanged.
    boolean areStoredAsTheyAre();

    static SrgbRows of(BufferedImage stored, Optional<ColourProfile> profile) {
        int width = stored.getWidth();
        ColorModel colours = stored.getColorModel();
        int type = stored.getRaster().getTransferType();
        if (colours instanceof IndexColorModel palette) {
            int[] entries = new int[palette.getMapSize()];
            palette.getRGBs(entries);
            int[] table = Packed.overWhite(entries, RowConversion.of(profile, 3, entries.length, DataBuffer.TYPE_BYTE));
            return new Palette(stored, table, new int[width], new int[width * 3]);
        }
        boolean plain = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT;
        int channels = colours.getNumColorComponents();
        Optional<RowConversion> conversion = RowConversion.of(profile, channels, width, type);
        if (colours instanceof ComponentColorModel && plain && (channels != 4 || conversion.isPresent())) {
            return new Components(
                    stored,
                    channels,
                    conversion,
                    new int[width * stored.getRaster().getNumBands()],
                    new int[width * 3]);
        }
        return new Packed(
                stored, RowConversion.of(profile, 3, width, DataBuffer.TYPE_BYTE), new int[width], new int[width * 3]);
    }

    /// Grey, RGB or CMYK samples, each with or without alpha behind them.
    record Components(BufferedImage stored, int channels, Optional<RowConversion> conversion, int[] samples, int[] row)
            implements SrgbRows {

        @Override
        public int[] row(int y) {
            int bands = stored.getRaster().getNumBands();
            stored.getRaster().getPixels(0, y, stored.getWidth(), 1, samples);
            boolean alpha = stored.getColorModel().hasAlpha();
            int white = stored.getRaster().getTransferType() == DataBuffer.TYPE_BYTE ? 255 : 65_535;
            if (alpha && stored.isAlphaPremultiplied()) {
                divideByAlpha(bands, white);
            }
            if (conversion.isPresent()) {
                conversion.get().convert(samples, bands, row);
            } else {
                for (int x = 0; x < stored.getWidth(); x++) {
                    for (int channel = 0; channel < 3; channel++) {
                        row[x * 3 + channel] = samples[x * bands + Math.min(channel, channels - 1)];
                    }
                }
            }
            if (alpha) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = over(row[i], samples[i / 3 * bands + channels], white);
                }
            }
            return row;
        }

        @Override
        public boolean areStoredAsTheyAre() {
            return channels == 3
                    && conversion.isEmpty()
                    && !stored.getColorModel().hasAlpha();
        }

        private void divideByAlpha(int bands, int white) {
            for (int pixel = 0; pixel < samples.length; pixel += bands) {
                long alpha = Math.max(1, samples[pixel + channels]);
                for (int channel = 0; channel < channels; channel++) {
                    samples[pixel + channel] = (int) Math.min(white, (long) samples[pixel + channel] * white / alpha);
                }
            }
        }
    }

    /// Indices into a table of 0xRRGGBB.
    record Palette(BufferedImage stored, int[] table, int[] indices, int[] row) implements SrgbRows {

        @Override
        public int[] row(int y) {
            stored.getRaster().getSamples(0, y, stored.getWidth(), 1, 0, indices);
            for (int x = 0; x < indices.length; x++) {
                // An index beyond the palette is damage that PNG's checksums cannot see; decoders show it as black.
                int colour = indices[x] < table.length ? table[indices[x]] : 0;
                row[x * 3] = colour >> 16 & 0xFF;
                row[x * 3 + 1] = colour >> 8 & 0xFF;
                row[x * 3 + 2] = colour & 0xFF;
            }
            return row;
        }

        @Override
        public boolean areStoredAsTheyAre() {
            return false;
        }
    }

    /// Whatever else the colour model can turn into 0xAARRGGBB.
    record Packed(BufferedImage stored, Optional<RowConversion> conversion, int[] colours, int[] row)
            implements SrgbRows {

        @Override
        public int[] row(int y) {
            stored.getRGB(0, y, stored.getWidth(), 1, colours, 0, stored.getWidth());
            int[] opaque = overWhite(colours, conversion);
            for (int x = 0; x < opaque.length; x++) {
                row[x * 3] = opaque[x] >> 16 & 0xFF;
                row[x * 3 + 1] = opaque[x] >> 8 & 0xFF;
                row[x * 3 + 2] = opaque[x] & 0xFF;
            }
            return row;
        }

        @Override
        public boolean areStoredAsTheyAre() {
            return false;
        }

        static int[] overWhite(int[] colours, Optional<RowConversion> conversion) {
            int[] rgb = new int[colours.length * 3];
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = colours[i / 3] >> (16 - 8 * (i % 3)) & 0xFF;
            }
            conversion.ifPresent(step -> step.convert(rgb, 3, rgb));
            int[] opaque = new int[colours.length];
            for (int i = 0; i < rgb.length; i++) {
                opaque[i / 3] = opaque[i / 3] << 8 | over(rgb[i], colours[i / 3] >>> 24, 255);
            }
            return opaque;
        }
    }

    private static int over(int sample, int alpha, int white) {
        return (int) (((long) sample * alpha + (long) white * (white - alpha) + white / 2) / white);
    }
}
