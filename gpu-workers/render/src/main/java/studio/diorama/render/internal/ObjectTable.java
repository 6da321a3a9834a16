package studio.diorama.render.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.diorama.render.Instance;
import studio.diorama.render.LabelMode;
import studio.diorama.render.ObjectPixels;
import studio.diorama.render.PixelMask;
import studio.diorama.render.RenderScene;

/// Counts what each object is of the picture.
final class ObjectTable {

    private ObjectTable() {}

    /// @param instances id of each pixel
    /// @param visibility of each pixel, or null in clear air
    /// @param amodal by instance id
    /// @param touched ids that any sample of colour lies on
    static List<ObjectPixels> of(
            RenderScene scene,
            int width,
            int height,
            int[] instances,
            float[] visibility,
            Map<Integer, AmodalMask> amodal,
            Set<Integer> touched) {
        MaskBounds[] bounds = new MaskBounds[Instance.MAX_ID + 1];
        double[] seen = new double[Instance.MAX_ID + 1];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; ) {
                int id = instances[y * width + x];
                int end = x + 1;
                while (end < width && instances[y * width + end] == id) {
                    end++;
                }
                if (id != 0) {
                    if (bounds[id] == null) {
                        bounds[id] = new MaskBounds();
                    }
                    bounds[id].add(y, x, end);
                    seen[id] += visibility == null ? end - x : sum(visibility, y * width + x, y * width + end);
                }
                x = end;
            }
        }
        List<ObjectPixels> rows = new ArrayList<>();
        for (Instance instance : scene.instances()) {
            if (instance.labels() == LabelMode.SURFACE) {
                int id = instance.id();
                MaskBounds visible = bounds[id] == null ? new MaskBounds() : bounds[id];
                AmodalMask whole = amodal.getOrDefault(id, new AmodalMask(false));
                rows.add(new ObjectPixels(
                        id,
                        instance.classId(),
                        visible.count(),
                        whole.inside.count(),
                        whole.all.count(),
                        whole.cut,
                        visible.box(),
                        whole.all.box(),
                        visible.count() == 0 && touched.contains(id),
                        visible.count() == 0 ? 0 : seen[id] / visible.count(),
                        Optional.ofNullable(whole.bits).map(bits -> new PixelMask(width, height, bits))));
            }
        }
        rows.sort(Comparator.comparingInt(ObjectPixels::id));
        return rows;
    }

    private static double sum(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
