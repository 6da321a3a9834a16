package studio.diorama.dataset.library.internal.shape;

import java.util.ArrayList;
import java.util.List;

/// Smooth normals that stop at creases: a corner takes the mean of the faces around its point that turn away from its
/// own face by less than the crease angle, weighted by area and angle, so that broad faces stay flat beside bevels.
public final class CornerNormals {

    private CornerNormals() {}

    /// A unit normal for each corner of each face.
    public static Vec3[][] of(Surface surface, double creaseDegrees) {
        List<Surface.Face> faces = surface.faces();
        double limit = StrictMath.cos(StrictMath.toRadians(creaseDegrees));
        Vec3[] units = new Vec3[faces.size()];
        double[] areas = new double[faces.size()];
        List<List<int[]>> around = new ArrayList<>();
        surface.points().forEach(point -> around.add(new ArrayList<>(6)));
        for (int f = 0; f < units.length; f++) {
            Vec3 area = surface.areaVector(faces.get(f));
            units[f] = area.normalized();
            areas[f] = area.length();
            int[] corners = faces.get(f).points();
            for (int i = 0; i < corners.length; i++) {
                around.get(corners[i]).add(new int[] {f, i});
            }
        }
        Vec3[][] normals = new Vec3[units.length][];
        for (int f = 0; f < units.length; f++) {
            int[] corners = faces.get(f).points();
            normals[f] = new Vec3[corners.length];
            for (int i = 0; i < corners.length; i++) {
                Vec3 sum = Vec3.ORIGIN;
                for (int[] other : around.get(corners[i])) {
                    if (other[0] == f || units[f].dot(units[other[0]]) >= limit) {
                        double weight = areas[other[0]] * angle(surface, faces.get(other[0]), other[1]);
                        sum = sum.plus(units[other[0]].times(weight));
                    }
                }
                normals[f][i] = sum.length() == 0 ? units[f] : sum.normalized();
            }
        }
        return normals;
    }

    private static double angle(Surface surface, Surface.Face face, int corner) {
        int count = face.points().length;
        Vec3 at = surface.points().get(face.points()[corner]);
        Vec3 before = surface.points()
                .get(face.points()[(corner + count - 1) % count])
                .minus(at)
                .normalized();
        Vec3 after = surface.points()
                .get(face.points()[(corner + 1) % count])
                .minus(at)
                .normalized();
        return StrictMath.acos(Math.clamp(before.dot(after), -1, 1));
    }
}
