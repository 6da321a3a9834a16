package studio.diorama.render;

/// What is in the air and on the surfaces. Geometric labels always name the solid surface behind it.
///
/// @param fogVisibilityMetres distance at which contrast has fallen to 5 %; infinite for clear air. Extinction on the
/// ground is 2.996 / visibility
/// @param fogHeightMetres height above y = 0 at which fog has thinned to 1/e; infinite for fog without an upper end
/// @param rainMillimetresPerHour drizzle is 1, rain 5, a downpour 30
/// @param snowMillimetresPerHour melted water
/// @param wet how wet surfaces are, 0..1
/// @param snowCover how much of what faces up lies under snow, 0..1
public record Weather(
        double fogVisibilityMetres,
        double fogHeightMetres,
        double rainMillimetresPerHour,
        double snowMillimetresPerHour,
        double wet,
        double snowCover) {

    /// Dry, and nothing in the air.
    public static final Weather CLEAR = new Weather(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0, 0, 0);

    public Weather {
        if (!(fogVisibilityMetres > 0) || !(fogHeightMetres > 0)) {
            throw new IllegalArgumentException("fog: visibility and height above 0 metres expected, got %s and %s"
                    .formatted(fogVisibilityMetres, fogHeightMetres));
        }
        requireRange(rainMillimetresPerHour, 200, "rain, mm/h");
        requireRange(snowMillimetresPerHour, 50, "snow, mm/h");
        requireRange(wet, 1, "wet");
        requireRange(snowCover, 1, "snow cover");
    }

    public boolean hasFog() {
        return fogVisibilityMetres < Double.POSITIVE_INFINITY;
    }

    public boolean hasParticles() {
        return rainMillimetresPerHour > 0 || snowMillimetresPerHour > 0;
    }

    private static void requireRange(double value, double most, String name) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException("weather, %s: 0..%s expected, got %s".formatted(name, most, value));
        }
    }
}
