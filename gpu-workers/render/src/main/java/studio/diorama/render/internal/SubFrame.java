package studio.diorama.render.internal;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.render.Camera;
import studio.diorama.render.Lens;

/// One moment and one point of the lens. Labels use [#CENTRE] alone.
///
/// @param moment share of a step from t, -0.5..0.5
/// @param lensX offset on the lens, metres
/// @param lensY offset on the lens, metres
/// @param shiftX offset over the focus distance
/// @param shiftY offset over the focus distance
record SubFrame(double moment, double lensX, double lensY, double shiftX, double shiftY) {

    /// Mid shutter, through the centre of the lens.
    static final SubFrame CENTRE = new SubFrame(0, 0, 0, 0, 0);

    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    /// Evenly over the shutter's time and the lens' disc.
    static List<SubFrame> of(Camera camera, int count) {
        Lens lens = camera.lens();
        if (!lens.blurs() || count == 1) {
            return List.of(CENTRE);
        }
        List<SubFrame> frames = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double moment = ((i + 0.5) / count - 0.5) * lens.shutterFraction();
            // Radii in another order than moments, so that a moving thing is not blurred more at one end of its way.
            double share = Integer.toUnsignedLong(Integer.reverse(i + 1)) / 4294967296.0;
            double radius = 0.5 * lens.apertureMetres() * Math.sqrt(share);
            double x = radius * Math.cos(i * GOLDEN_ANGLE);
            double y = radius * Math.sin(i * GOLDEN_ANGLE);
            frames.add(new SubFrame(moment, x, y, x / lens.focusMetres(), y / lens.focusMetres()));
        }
        return frames;
    }
}
