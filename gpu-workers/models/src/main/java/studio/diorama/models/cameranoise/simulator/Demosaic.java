package studio.diorama.models.cameranoise.simulator;

/// How the missing two colours of each photosite of an RGGB mosaic are made up.
public enum Demosaic {
    /// The mean of the nearest photosites that have the colour.
    BILINEAR,
    /// The same, corrected by how much the photosite's own colour differs from its neighbours of that colour: sharper,
    /// and its noise is more alike between the channels. The linear 5 × 5 filters of Malvar, He, Cutler:
    /// *High-quality linear interpolation for demosaicing of Bayer-patterned color images*, ICASSP 2004, figure 2.
    GRADIENT_CORRECTED;

    /// Photosites beyond the border are those mirrored at the border photosite, which keeps the colour pattern.
    ///
    /// @param mosaic (height × width)
    /// @param rgb where the three values of pixel (x, y) are put
    void at(float[] mosaic, int width, int height, int x, int y, double[] rgb) {
        switch (this) {
            case BILINEAR -> bilinear(mosaic, width, height, x, y, rgb);
            case GRADIENT_CORRECTED -> gradientCorrected(mosaic, width, height, x, y, rgb);
        }
    }

    private static void bilinear(float[] mosaic, int width, int height, int x, int y, double[] rgb) {
        int left = mirrored(x - 1, width);
        int right = mirrored(x + 1, width);
        int above = mirrored(y - 1, height);
        int below = mirrored(y + 1, height);
        double here = mosaic[y * width + x];
        double beside = (mosaic[y * width + left] + mosaic[y * width + right]) / 2;
        double upright = (mosaic[above * width + x] + mosaic[below * width + x]) / 2;
        double diagonal = (mosaic[above * width + left]
                        + mosaic[above * width + right]
                        + mosaic[below * width + left]
                        + mosaic[below * width + right])
                / 4;
        place(rgb, x, y, here, (beside + upright) / 2, diagonal, beside, upright);
    }

    private static void gradientCorrected(float[] mosaic, int width, int height, int x, int y, double[] rgb) {
        int left = mirrored(x - 1, width);
        int right = mirrored(x + 1, width);
        int above = mirrored(y - 1, height) * width;
        int below = mirrored(y + 1, height) * width;
        int row = y * width;
        double here = mosaic[row + x];
        double beside = mosaic[row + left] + mosaic[row + right];
        double upright = mosaic[above + x] + mosaic[below + x];
        double diagonal = mosaic[above + left] + mosaic[above + right] + mosaic[below + left] + mosaic[below + right];
        double farBeside = mosaic[row + mirrored(x - 2, width)] + mosaic[row + mirrored(x + 2, width)];
        double farUpright = mosaic[mirrored(y - 2, height) * width + x] + mosaic[mirrored(y + 2, height) * width + x];
        double far = farBeside + farUpright;
        place(
                rgb,
                x,
                y,
                here,
                (4 * here + 2 * (beside + upright) - far) / 8,
                (6 * here + 2 * diagonal - 1.5 * far) / 8,
                (5 * here + 4 * beside - diagonal - farBeside + 0.5 * farUpright) / 8,
                (5 * here + 4 * upright - diagonal - farUpright + 0.5 * farBeside) / 8);
    }

    /// @param here the photosite's own colour
    /// @param green at a red or blue photosite
    /// @param opposite blue at a red photosite, red at a blue one
    /// @param beside the colour that a green photosite's neighbours left and right have
    /// @param upright the colour that a green photosite's neighbours above and below have
    private static void place(
            double[] rgb, int x, int y, double here, double green, double opposite, double beside, double upright) {
        switch (CameraSimulator.channelAt(x, y)) {
            case 0 -> set(rgb, here, green, opposite);
            case 2 -> set(rgb, opposite, green, here);
            default -> {
                boolean redRow = (y & 1) == 0;
                set(rgb, redRow ? beside : upright, here, redRow ? upright : beside);
            }
        }
    }

    private static int mirrored(int place, int size) {
        int last = size - 1;
        int inside = place < 0 ? -place : place > last ? 2 * last - place : place;
        // Pictures of one or two photosites have nothing to mirror.
        return Math.clamp(inside, 0, last);
    }

    private static void set(double[] rgb, double red, double green, double blue) {
        rgb[0] = red;
        rgb[1] = green;
        rgb[2] = blue;
    }
}
