package studio.diorama.dataset.frame;

/// The weather of a frame, every value fixed and finite.
///
/// @param fogExtinction share of light that is lost per metre on the ground; 0 in clear air
/// @param fogFalloff per metre of height; 0 for fog without an upper end
/// @param rain millimetres an hour
/// @param snow melted millimetres an hour
/// @param wet 0 to 1
/// @param snowCover 0 to 1
public record ResolvedWeather(
        double fogExtinction, double fogFalloff, double rain, double snow, double wet, double snowCover) {

    /// Koschmieder: contrast has fallen to 5 % where extinction times distance is -ln 0.05.
    public static final double FIVE_PERCENT = 2.996;

    /// Dry, and nothing in the air.
    public static final ResolvedWeather CLEAR = new ResolvedWeather(0, 0, 0, 0, 0, 0);
}
