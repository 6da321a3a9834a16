package studio.diorama.dataset.library.internal.shape;

/// A solid as a signed distance: negative inside, positive outside, about one metre per metre.
@FunctionalInterface
public interface Field {

    /// The (approximate) distance of a point from the solid's surface.
    double at(Vec3 point);

    /// A ball.
    static Field ball(Vec3 centre, double radius) {
        return p -> p.distance(centre) - radius;
    }

    /// An ellipsoid with axes along x, y and z; the distance is right to first order near the surface.
    static Field ellipsoid(Vec3 centre, double rx, double ry, double rz) {
        return p -> {
            Vec3 d = p.minus(centre);
            Vec3 scaled = new Vec3(d.x() / rx, d.y() / ry, d.z() / rz);
            double k0 = scaled.length();
            double k1 = new Vec3(scaled.x() / rx, scaled.y() / ry, scaled.z() / rz).length();
            return k1 < 1e-9 ? -Math.min(rx, Math.min(ry, rz)) : k0 * (k0 - 1) / k1;
        };
    }

    /// A limb: a capsule whose radius goes evenly from one end to the other.
    static Field limb(Vec3 a, Vec3 b, double radiusA, double radiusB) {
        Vec3 axis = b.minus(a);
        double square = axis.dot(axis);
        return p -> {
            double t = Math.clamp(p.minus(a).dot(axis) / square, 0, 1);
            return p.distance(a.lerp(b, t)) - (radiusA + (radiusB - radiusA) * t);
        };
    }

    /// A box about a centre with rounded edges.
    static Field box(Vec3 centre, double halfX, double halfY, double halfZ, double round) {
        return p -> {
            double x = Math.abs(p.x() - centre.x()) - halfX + round;
            double y = Math.abs(p.y() - centre.y()) - halfY + round;
            double z = Math.abs(p.z() - centre.z()) - halfZ + round;
            double outside = new Vec3(Math.max(x, 0), Math.max(y, 0), Math.max(z, 0)).length();
            return outside + Math.min(Math.max(x, Math.max(y, z)), 0) - round;
        };
    }

    /// Half of space: everything behind a plane.
    static Field behind(Vec3 point, Vec3 unitNormal) {
        return p -> p.minus(point).dot(unitNormal);
    }

    /// The union with another solid, blended over `width` metres (a polynomial smooth minimum).
    default Field and(Field other, double width) {
        return p -> {
            double a = at(p);
            double b = other.at(p);
            double h = Math.max(width - Math.abs(a - b), 0) / width;
            return Math.min(a, b) - h * h * width / 4;
        };
    }

    /// What both solids share, its edge rounded over `width` metres.
    default Field within(Field other, double width) {
        return p -> {
            double a = at(p);
            double b = other.at(p);
            double h = Math.max(width - Math.abs(a - b), 0) / width;
            return Math.max(a, b) + h * h * width / 4;
        };
    }

    /// This without the other solid, its edge rounded over `width` metres.
    default Field without(Field other, double width) {
        return within(p -> -other.at(p), width);
    }

    /// The same solid, grown by a distance.
    default Field grown(double metres) {
        return p -> at(p) - metres;
    }

    /// The union with the solid's own mirror image in x = 0.
    default Field mirroredX() {
        return p -> at(new Vec3(Math.abs(p.x()), p.y(), p.z()));
    }
}
