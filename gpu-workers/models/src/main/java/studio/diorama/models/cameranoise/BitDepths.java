package studio.diorama.models.cameranoise;

import studio.diorama.imaging.Rgb16Image;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;

/// Pictures in the other bit depth: 8 bits rounded to the nearest code, 16 bits with white staying white.
public final class BitDepths {

    private BitDepths() {}

    /// The picture itself where it has 8 bits already.
    public static Rgb8Image eight(RgbImage picture) {
        return switch (picture) {
            case Rgb8Image same -> same;
            case Rgb16Image deep -> {
                byte[] samples = new byte[deep.samples().length];
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = (byte) (((deep.samples()[i] & 0xFFFF) * 255 + 32767) / 65535);
                }
                yield new Rgb8Image(deep.width(), deep.height(), samples);
            }
        };
    }

    /// The picture itself where it has 16 bits already.
    public static Rgb16Image sixteen(RgbImage picture) {
        return switch (picture) {
            case Rgb16Image same -> same;
            case Rgb8Image flat -> {
                short[] samples = new short[flat.samples().length];
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = (short) ((flat.samples()[i] & 0xFF) * 257);
                }
                yield new Rgb16Image(flat.width(), flat.height(), samples);
            }
        };
    }
}
