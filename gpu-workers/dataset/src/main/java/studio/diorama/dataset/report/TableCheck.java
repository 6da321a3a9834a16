package studio.diorama.dataset.report;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.diorama.dataset.format.PixelBox;
import studio.diorama.dataset.frame.ObjectRecord;
import studio.diorama.render.Layer;
import studio.diorama.render.Plane;

/// Ids, classes, counts and boxes agree with each other.
final class TableCheck {

    private TableCheck() {}

    static void check(CameraView view, Residuals residuals) {
        int faults = numbers(view);
        if (view.has(Layer.INSTANCE)) {
            Map<Integer, Bounds> seen = bounds(view);
            for (int id : seen.keySet()) {
                faults += view.object(id).isEmpty() ? 1 : 0;
            }
            for (ObjectRecord object : view.record().objects()) {
                faults += disagrees(object, seen.get(object.instance())) ? 1 : 0;
            }
            faults += classes(view);
            amodal(view, residuals);
        }
        residuals.add(Identity.TABLE, faults);
    }

    /// What a mask fills.
    private static final class Bounds {
        private int minX = Integer.MAX_VALUE;
        private int minY = Integer.MAX_VALUE;
        private int maxX = -1;
        private int maxY = -1;
        private long count;

        private void add(int x, int y) {
            minX = Math.min(minX, x);
            minY = Math.min(minY, y);
            maxX = Math.max(maxX, x);
            maxY = Math.max(maxY, y);
            count++;
        }

        private PixelBox box() {
            return new PixelBox(minX, minY, maxX + 1 - minX, maxY + 1 - minY);
        }
    }

    private static Map<Integer, Bounds> bounds(CameraView view) {
        Plane.Integers instances = view.integers(Layer.INSTANCE);
        Map<Integer, Bounds> seen = new HashMap<>();
        for (int y = 0; y < view.height(); y++) {
            for (int x = 0; x < view.width(); x++) {
                int id = instances.at(x, y, 0);
                if (id != 0) {
                    seen.computeIfAbsent(id, key -> new Bounds()).add(x, y);
                }
            }
        }
        return seen;
    }

    private static boolean disagrees(ObjectRecord object, Bounds seen) {
        if (seen == null) {
            return object.pixels().visible() != 0 || !object.visibleBox().isEmpty();
        }
        return object.pixels().visible() != seen.count || !object.visibleBox().equals(seen.box());
    }

    private static int classes(CameraView view) {
        if (!view.has(Layer.SEMANTIC)) {
            return 0;
        }
        Map<Integer, Integer> classes = new HashMap<>();
        view.record().objects().forEach(object -> classes.put(object.instance(), object.classId()));
        int[] instances = view.integers(Layer.INSTANCE).values();
        int[] semantic = view.integers(Layer.SEMANTIC).values();
        int faults = 0;
        for (int i = 0; i < instances.length; i++) {
            faults += semantic[i] == classes.getOrDefault(instances[i], 0) ? 0 : 1;
        }
        return faults;
    }

    private static int numbers(CameraView view) {
        int faults = 0;
        for (Plane plane : view.planes().values()) {
            if (plane instanceof Plane.Floats floats) {
                for (float value : floats.values()) {
                    faults += Float.isFinite(value) ? 0 : 1;
                }
            }
        }
        return faults;
    }

    private static void amodal(CameraView view, Residuals residuals) {
        int[] instances = view.integers(Layer.INSTANCE).values();
        for (ObjectRecord object : view.record().objects()) {
            if (!object.amodalRuns().isEmpty()) {
                boolean[] whole = mask(object.amodalRuns(), instances.length);
                int outside = 0;
                int area = 0;
                for (int i = 0; i < instances.length; i++) {
                    outside += instances[i] == object.instance() && !whole[i] ? 1 : 0;
                    area += whole[i] ? 1 : 0;
                }
                residuals.add(
                        Identity.AMODAL,
                        outside + Math.abs(area - object.pixels().amodal()));
            }
        }
    }

    private static boolean[] mask(List<Integer> runs, int pixels) {
        boolean[] mask = new boolean[pixels];
        int at = 0;
        boolean inside = false;
        for (int run : runs) {
            int to = Math.min(pixels, at + run);
            Arrays.fill(mask, at, to, inside);
            at = to;
            inside = !inside;
        }
        return mask;
    }
}
