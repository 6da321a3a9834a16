package studio.diorama.render;

/// How light becomes a picture.
///
/// @param ev exposure value at ISO 100: 1.2 · 2^ev candela per square metre are white. About 15 in sunlight, 12 under
/// an overcast sky, 7 in a lit room; [#UNIT] makes 1 candela per square metre white
/// @param toneMap what happens near and above white
public record Exposure(double ev, ToneMap toneMap) {

    /// 1 candela per square metre is white, and nothing is bent.
    public static final Exposure UNIT = new Exposure(-StrictMath.log(1.2) / StrictMath.log(2), ToneMap.CLIP);

    public Exposure {
        if (!(ev >= -20 && ev <= 30)) {
            throw new IllegalArgumentException("exposure value: -20..30 expected, got " + ev);
        }
    }

    /// What light is multiplied by.
    public double scale() {
        return 1 / (1.2 * StrictMath.pow(2, ev));
    }
}
