package studio.diorama.dataset.statistics;

/// What is counted of each object.
public enum Measure {
    /// Square root of the box's share of the picture's area.
    SIZE(0, 1, 20),
    /// Height over width of the box, as a power of two.
    ASPECT(-3, 3, 24),
    /// Middle of the box, from the left, as a share of the width.
    CENTRE_X(0, 1, 20),
    /// Middle of the box, from the top, as a share of the height.
    CENTRE_Y(0, 1, 20),
    /// Objects in a picture.
    COUNT(0, 40, 40),
    /// Hidden share of its pixels in the picture.
    OCCLUSION(0, 1, 20),
    /// Share of its pixels outside the picture.
    TRUNCATION(0, 1, 20),
    /// Metres from the camera, as a power of ten.
    DISTANCE(-2, 3, 25),
    /// From above (90) to below (-90) the object, degrees.
    VIEW_ELEVATION(-90, 90, 18);

    private final double low;
    private final double high;
    private final int bins;

    Measure(double low, double high, int bins) {
        this.low = low;
        this.high = high;
        this.bins = bins;
    }

    Histogram.Builder histogram() {
        return new Histogram.Builder(low, high, bins);
    }
}
