package studio.diorama.imaging.internal;

import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/// Converts one row of samples from a profile's colours to sRGB.
final class RowConversion {

    private final ColorConvertOp conversion;
    private final WritableRaster from;
    private final WritableRaster to;
    private final int[] gathered;

    private RowConversion(ColorConvertOp conversion, int channels, int width, int type) {
        this.conversion = conversion;
        this.from = Raster.createInterleavedRaster(type, width, 1, channels, null);
        this.to = Raster.createInterleavedRaster(type, width, 1, 3, null);
        this.gathered = new int[width * channels];
    }

    /// Empty when there is nothing to convert.
    ///
    /// @param type of a sample: [java.awt.image.DataBuffer#TYPE_BYTE] or
    /// [java.awt.image.DataBuffer#TYPE_USHORT]
    static Optional<RowConversion> of(Optional<ColourProfile> profile, int channels, int width, int type) {
        return profile.filter(p -> p.channels() == channels)
                .flatMap(ColourProfile::toSrgb)
                .map(conversion -> new RowConversion(conversion, channels, width, type));
    }

    /// @param samples `bands` a pixel, of which the first are the colour; may be `rgb` itself
    /// @param rgb takes three values a pixel
    void convert(int[] samples, int bands, int[] rgb) {
        int channels = from.getNumBands();
        for (int i = 0; i < gathered.length; i++) {
            gathered[i] = samples[i / channels * bands + i % channels];
        }
        from.setPixels(0, 0, from.getWidth(), 1, gathered);
        conversion.filter(from, to);
        to.getPixels(0, 0, to.getWidth(), 1, rgb);
    }
}
