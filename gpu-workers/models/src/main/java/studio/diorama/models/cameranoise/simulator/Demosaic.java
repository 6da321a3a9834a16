package studio.diorama.models.cameranoise.simulator;

/// Bilinear demosaicing of an RGGB mosaic: a missing colour is the mean of the nearest photosites that have it.
final class Demosaic {

    private Demosaic() {}

    /// Photosites beyond the border are those mirrored at the border photosite, which keeps the colour pattern.
    ///
    /// @param rgb where the three values of pixel (x, y) are put
    static void bilinear(float[] mosaic, int width, int height, int x, int y, double[] rgb) {
        int left = width == 1 ? x : x == 0 ? 1 : x - 1;
        int right = width == 1 ? x : x == width - 1 ? width - 2 : x + 1;
        int above = height == 1 ? y : y == 0 ? 1 : y - 1;
        int below = height == 1 ? y : y == height - 1 ? height - 2 : y + 1;
        double here = mosaic[y * width + x];
        double beside = (mosaic[y * width + left] + mosaic[y * width + right]) / 2;
        double upright = (mosaic[above * width + x] + mosaic[below * width + x]) / 2;
        double diagonal = (mosaic[above * width + left]
                        + mosaic[above * width + right]
                        + mosaic[below * width + left]
                        + mosaic[below * width + right])
                / 4;
        switch (CameraSimulator.channelAt(x, y)) {
            case 0 -> set(rgb, here, (beside + upright) / 2, diagonal);
            case 2 -> set(rgb, diagonal, (beside + upright) / 2, here);
            default -> {
                boolean redRow = (y & 1) == 0;
                set(rgb, redRow ? beside : upright, here, redRow ? upright : beside);
            }
        }
    }

    private static void set(double[] rgb, double red, double green, double blue) {
        rgb[0] = red;
        rgb[1] = green;
        rgb[2] = blue;
    }
}
