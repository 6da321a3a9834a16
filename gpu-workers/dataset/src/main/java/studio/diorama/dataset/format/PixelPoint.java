package studio.diorama.dataset.format;

/// A place in the image, pixels from the top left corner; the first pixel's centre is (0.5, 0.5).
public record PixelPoint(double x, double y) {}
