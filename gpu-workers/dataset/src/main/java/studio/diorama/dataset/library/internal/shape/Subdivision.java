package studio.diorama.dataset.library.internal.shape;

import java.util.HashMap;
import java.util.Map;

/// Catmull-Clark subdivision (1978) of a closed surface: every face becomes quads, and the whole becomes round.
public final class Subdivision {

    private Subdivision() {}

    /// The surface after a number of rounds.
    public static Surface of(Surface surface, int rounds) {
        Surface result = surface;
        for (int i = 0; i < rounds; i++) {
            result = once(result);
        }
        return result;
    }

    private static Surface once(Surface from) {
        Surface to = new Surface();
        int count = from.points().size();
        Vec3[] faceSum = new Vec3[count];
        Vec3[] edgeSum = new Vec3[count];
        int[] valence = new int[count];
        Vec3[] centres = new Vec3[from.faces().size()];
        Map<Long, Vec3> facesAtEdge = new HashMap<>();
        for (int f = 0; f < centres.length; f++) {
            int[] corners = from.faces().get(f).points();
            centres[f] = from.centre(from.faces().get(f));
            for (int i = 0; i < corners.length; i++) {
                int a = corners[i];
                int b = corners[(i + 1) % corners.length];
                facesAtEdge.merge(key(a, b), centres[f], Vec3::plus);
                faceSum[a] = faceSum[a] == null ? centres[f] : faceSum[a].plus(centres[f]);
                Vec3 middle = from.points().get(a).lerp(from.points().get(b), 0.5);
                edgeSum[a] = edgeSum[a] == null ? middle : edgeSum[a].plus(middle);
                valence[a]++;
            }
        }
        for (int i = 0; i < count; i++) {
            double n = valence[i];
            Vec3 point = from.points().get(i);
            to.point(
                    n == 0
                            ? point
                            : faceSum[i]
                                    .times(1 / n)
                                    .plus(edgeSum[i].times(2 / n))
                                    .plus(point.times(n - 3))
                                    .times(1 / n));
        }
        Map<Long, Integer> edgePoints = new HashMap<>();
        for (int f = 0; f < centres.length; f++) {
            Surface.Face face = from.faces().get(f);
            split(from, to, face, centres[f], facesAtEdge, edgePoints);
        }
        return to;
    }

    private static void split(
            Surface from,
            Surface to,
            Surface.Face face,
            Vec3 centre,
            Map<Long, Vec3> facesAtEdge,
            Map<Long, Integer> edgePoints) {
        int count = face.points().length;
        int middle = to.point(centre);
        Vec2 middleUv = new Vec2(0, 0);
        int[] edges = new int[count];
        for (int i = 0; i < count; i++) {
            int a = face.points()[i];
            int b = face.points()[(i + 1) % count];
            middleUv = middleUv.plus(face.uv()[i].times(1.0 / count));
            edges[i] = edgePoints.computeIfAbsent(key(a, b), key -> {
                Vec3 ends = from.points().get(a).plus(from.points().get(b));
                return to.point(ends.plus(facesAtEdge.get(key)).times(0.25));
            });
        }
        for (int i = 0; i < count; i++) {
            int before = (i + count - 1) % count;
            Vec2 uvHere = face.uv()[i];
            Vec2 uvAfter = uvHere.plus(face.uv()[(i + 1) % count]).times(0.5);
            Vec2 uvBefore = uvHere.plus(face.uv()[before]).times(0.5);
            int[] corners = {face.points()[i], edges[i], middle, edges[before]};
            to.faces().add(new Surface.Face(corners, new Vec2[] {uvHere, uvAfter, middleUv, uvBefore}, face.slot()));
        }
    }

    private static long key(int a, int b) {
        return ((long) Math.min(a, b) << 32) | Math.max(a, b);
    }
}
