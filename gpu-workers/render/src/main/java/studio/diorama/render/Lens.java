package studio.diorama.render;

/// What makes a picture blurred. It touches colour only.
///
/// @param apertureMetres diameter of the opening (focal length over f-number), 0 for a pinhole
/// @param focusMetres distance along the axis that is sharp
/// @param shutterFraction share of the time from one frame to the next that the shutter is open, 0..1
public record Lens(double apertureMetres, double focusMetres, double shutterFraction) {

    /// Everything sharp.
    public static final Lens PINHOLE = new Lens(0, 1, 0);

    public Lens {
        if (!(apertureMetres >= 0 && apertureMetres < 1)) {
            throw new IllegalArgumentException("aperture: 0 ≤ metres < 1 expected, got " + apertureMetres);
        }
        if (!(focusMetres > 0)) {
            throw new IllegalArgumentException("focus: metres above 0 expected, got " + focusMetres);
        }
        if (!(shutterFraction >= 0 && shutterFraction <= 1)) {
            throw new IllegalArgumentException("shutter: a share of 0..1 expected, got " + shutterFraction);
        }
    }

    public boolean blurs() {
        return apertureMetres > 0 || shutterFraction > 0;
    }
}
