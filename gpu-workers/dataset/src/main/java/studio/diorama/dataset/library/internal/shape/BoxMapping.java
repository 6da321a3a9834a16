package studio.diorama.dataset.library.internal.shape;

/// Texture coordinates by projection along the axis that a face looks along most, in metres and never mirrored.
public final class BoxMapping {

    private BoxMapping() {}

    /// A copy mapped so that v, the direction of a pattern's grain, runs along `grain` wherever the face allows.
    public static Surface along(Vec3 grain, Surface surface) {
        Surface mapped = new Surface();
        surface.points().forEach(mapped::point);
        for (Surface.Face face : surface.faces()) {
            Vec3 axis = dominant(surface.normal(face));
            Vec3 v = Math.abs(axis.dot(grain)) > 0.5 ? other(axis) : grain;
            Vec3 u = v.cross(axis);
            Vec2[] uv = new Vec2[face.points().length];
            for (int i = 0; i < uv.length; i++) {
                Vec3 point = surface.points().get(face.points()[i]);
                uv[i] = new Vec2(point.dot(u), point.dot(v));
            }
            mapped.faces().add(new Surface.Face(face.points(), uv, face.slot()));
        }
        return mapped;
    }

    private static Vec3 dominant(Vec3 normal) {
        double x = Math.abs(normal.x());
        double y = Math.abs(normal.y());
        double z = Math.abs(normal.z());
        // The small head start makes ties, such as 45 degree bevels, fall the same way on every machine.
        if (x > y + 1e-6 && x > z + 1e-6) {
            return Vec3.X.times(Math.signum(normal.x()));
        }
        return z > y + 1e-6 ? Vec3.Z.times(Math.signum(normal.z())) : Vec3.Y.times(normal.y() < 0 ? -1 : 1);
    }

    private static Vec3 other(Vec3 axis) {
        return Math.abs(axis.y()) > 0.5 ? Vec3.Z : Vec3.Y;
    }
}
