package studio.diorama.dataset.format.internal;

import java.awt.Color;
import studio.diorama.dataset.format.ClassInfo;
import studio.diorama.dataset.format.DatasetInfo;

/// Colours for pictures of labels.
public final class Colours {

    /// 256 colours, 0xRRGGBB: black first, then hues a golden angle apart, so that neighbours differ.
    public static final int[] DISTINCT = distinct();

    private Colours() {}

    /// 256 colours by class id; black where there is no class.
    public static int[] ofClasses(DatasetInfo info) {
        int[] colours = new int[256];
        for (ClassInfo known : info.classes()) {
            if (known.id() < 256) {
                colours[known.id()] = known.colour();
            }
        }
        return colours;
    }

    /// A colour for an id of any size; black for 0.
    public static int of(int id) {
        return id == 0 ? 0 : DISTINCT[1 + (id - 1) % 255];
    }

    private static int[] distinct() {
        int[] colours = new int[256];
        for (int i = 1; i < 256; i++) {
            float hue = (float) (i * 0.6180339887498949 % 1);
            colours[i] = Color.HSBtoRGB(hue, i % 3 == 0 ? 0.55f : 0.85f, i % 2 == 0 ? 0.95f : 0.75f) & 0xFFFFFF;
        }
        return colours;
    }
}
