package studio.diorama.dataset.library.internal.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A polygon surface under construction: shared points, and faces that carry a texture coordinate at each corner.
///
/// Faces run counter-clockwise seen from outside. Texture coordinates are in metres, so that patterns keep their real
/// size; they belong to corners, so that a seam needs no second point and a solid stays one closed sheet.
public final class Surface {

    /// A polygon.
    ///
    /// @param points indices of its corners, counter-clockwise from outside
    /// @param uv a texture coordinate for each corner, in metres
    /// @param slot which of the solid's finishes covers it
    public record Face(int[] points, Vec2[] uv, int slot) {}

    private final List<Vec3> points = new ArrayList<>();
    private final List<Face> faces = new ArrayList<>();

    /// The shared points, in the order in which they were added.
    public List<Vec3> points() {
        return points;
    }

    /// The faces, in the order in which they were added.
    public List<Face> faces() {
        return faces;
    }

    /// Adds a point and returns its index.
    public int point(Vec3 point) {
        points.add(point);
        return points.size() - 1;
    }

    /// Adds a face of slot 0.
    public void face(int[] corners, Vec2[] uv) {
        faces.add(new Face(corners, uv, 0));
    }

    /// Adds a face of slot 0 whose texture coordinates a mapping will give later.
    public void face(int... corners) {
        Vec2[] uv = new Vec2[corners.length];
        Arrays.fill(uv, new Vec2(0, 0));
        faces.add(new Face(corners, uv, 0));
    }

    /// Adds all of another surface, which stays a separate sheet.
    public Surface append(Surface other) {
        int first = points.size();
        points.addAll(other.points);
        for (Face face : other.faces) {
            int[] corners = face.points.clone();
            for (int i = 0; i < corners.length; i++) {
                corners[i] += first;
            }
            faces.add(new Face(corners, face.uv, face.slot));
        }
        return this;
    }

    /// A copy with every point moved by `motion`, which must not mirror.
    public Surface map(UnaryOperator<Vec3> motion) {
        Surface moved = new Surface();
        for (Vec3 point : points) {
            moved.points.add(motion.apply(point));
        }
        moved.faces.addAll(faces);
        return moved;
    }

    /// A copy moved by an offset.
    public Surface moved(double x, double y, double z) {
        Vec3 offset = new Vec3(x, y, z);
        return map(point -> point.plus(offset));
    }

    /// A copy turned about an axis through the origin.
    public Surface turned(Vec3 axis, double radians) {
        return map(point -> point.rotated(axis, radians));
    }

    /// The mirror image in the plane x = 0, its faces turned so that outside stays outside.
    public Surface mirroredX() {
        Surface mirror = new Surface();
        for (Vec3 point : points) {
            mirror.points.add(new Vec3(-point.x(), point.y(), point.z()));
        }
        for (Face face : faces) {
            int count = face.points.length;
            int[] corners = new int[count];
            Vec2[] uv = new Vec2[count];
            for (int i = 0; i < count; i++) {
                corners[i] = face.points[count - 1 - i];
                uv[i] = face.uv[count - 1 - i];
            }
            mirror.faces.add(new Face(corners, uv, face.slot));
        }
        return mirror;
    }

    /// A copy with each face in the slot that `choice` gives for its centre.
    public Surface painted(SlotChoice choice) {
        Surface painted = new Surface();
        painted.points.addAll(points);
        for (Face face : faces) {
            painted.faces.add(new Face(face.points, face.uv, choice.slot(centre(face), normal(face))));
        }
        return painted;
    }

    /// Which finish covers a face.
    @FunctionalInterface
    public interface SlotChoice {
        /// The slot of the face with this centre and unit normal.
        int slot(Vec3 centre, Vec3 normal);
    }

    /// The mean of a face's corners.
    public Vec3 centre(Face face) {
        Vec3 sum = Vec3.ORIGIN;
        for (int corner : face.points) {
            sum = sum.plus(points.get(corner));
        }
        return sum.times(1.0 / face.points.length);
    }

    /// A face's unit normal by Newell's method, which also holds for polygons that are not quite flat.
    public Vec3 normal(Face face) {
        return areaVector(face).normalized();
    }

    /// A face's normal with twice its area as length.
    public Vec3 areaVector(Face face) {
        Vec3 sum = Vec3.ORIGIN;
        Vec3 first = points.get(face.points[0]);
        for (int i = 1; i + 1 < face.points.length; i++) {
            Vec3 a = points.get(face.points[i]).minus(first);
            Vec3 b = points.get(face.points[i + 1]).minus(first);
            sum = sum.plus(a.cross(b));
        }
        return sum;
    }

    /// A copy in which points at the same place (to a hundredth of a millimetre) are one, and collapsed faces are gone.
    public Surface welded() {
        Surface welded = new Surface();
        Map<String, Integer> known = new HashMap<>();
        int[] target = new int[points.size()];
        for (int i = 0; i < target.length; i++) {
            Vec3 p = points.get(i);
            String key = Math.round(p.x() * 1e5) + " " + Math.round(p.y() * 1e5) + " " + Math.round(p.z() * 1e5);
            target[i] = known.computeIfAbsent(key, unused -> welded.point(p));
        }
        for (Face face : faces) {
            List<Integer> corners = new ArrayList<>();
            List<Vec2> uv = new ArrayList<>();
            int count = face.points.length;
            for (int i = 0; i < count; i++) {
                if (target[face.points[i]] != target[face.points[(i + 1) % count]]) {
                    corners.add(target[face.points[i]]);
                    uv.add(face.uv[i]);
                }
            }
            if (corners.size() >= 3) {
                int[] indices = corners.stream().mapToInt(Integer::intValue).toArray();
                welded.faces.add(new Face(indices, uv.toArray(Vec2[]::new), face.slot));
            }
        }
        return welded;
    }
}
