package studio.diorama.dataset.scene;

/// Colours for classes and objects that have none of their own: neighbours in number are far apart in hue.
public final class SceneColours {

    private static final double GOLDEN_RATIO = 0.6180339887498949;

    private SceneColours() {}

    /// sRGB, 0xRRGGBB; black for 0.
    public static int of(int id) {
        if (id == 0) {
            return 0;
        }
        double hue = id * GOLDEN_RATIO % 1 * 6;
        double value = 0.95 - 0.25 * (id / 7 % 3) / 2.0;
        double saturation = 0.75 - 0.3 * (id / 3 % 2);
        return channel(hue, 5, saturation, value) << 16
                | channel(hue, 3, saturation, value) << 8
                | channel(hue, 1, saturation, value);
    }

    private static int channel(double hue, int offset, double saturation, double value) {
        double k = (offset + hue) % 6;
        double dip = Math.max(0, Math.min(1, Math.min(k, 4 - k)));
        return (int) StrictMath.rint(255 * value * (1 - saturation * dip));
    }
}
