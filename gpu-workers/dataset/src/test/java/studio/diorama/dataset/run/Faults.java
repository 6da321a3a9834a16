package studio.diorama.dataset.run;

import studio.diorama.render.Plane;

/// Mistakes that renderers make.
public final class Faults {

    private Faults() {}

    /// Each value one pixel to the right of where it belongs.
    public static int[] shifted(Plane.Integers plane) {
        int[] shifted = new int[plane.values().length];
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 1; x < plane.width(); x++) {
                shifted[y * plane.width() + x] = plane.at(x - 1, y, 0);
            }
        }
        return shifted;
    }

    /// Two ids for each other.
    public static int[] swapped(Plane.Integers plane, int one, int other) {
        int[] swapped = plane.values().clone();
        for (int i = 0; i < swapped.length; i++) {
            swapped[i] = swapped[i] == one ? other : swapped[i] == other ? one : swapped[i];
        }
        return swapped;
    }
}
