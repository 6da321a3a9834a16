package studio.diorama.geometry;

import org.joml.Vector3d;
import org.joml.Vector3dc;

/// The sum of squared distances from some planes, as a function of the place: pᵀAp + 2bᵀp + c (Garland and Heckbert,
/// "Surface Simplification Using Quadric Error Metrics", 1997, section 3.4).
final class Quadric {

    private double xx;
    private double xy;
    private double xz;
    private double yy;
    private double yz;
    private double zz;
    private double bx;
    private double by;
    private double bz;
    private double c;

    /// Adds the plane through `point` with a normal of length 1, `weight` times.
    void addPlane(Vector3dc normal, Vector3dc point, double weight) {
        double d = -normal.dot(point);
        xx += weight * normal.x() * normal.x();
        xy += weight * normal.x() * normal.y();
        xz += weight * normal.x() * normal.z();
        yy += weight * normal.y() * normal.y();
        yz += weight * normal.y() * normal.z();
        zz += weight * normal.z() * normal.z();
        bx += weight * normal.x() * d;
        by += weight * normal.y() * d;
        bz += weight * normal.z() * d;
        c += weight * d * d;
    }

    void add(Quadric other) {
        xx += other.xx;
        xy += other.xy;
        xz += other.xz;
        yy += other.yy;
        yz += other.yz;
        zz += other.zz;
        bx += other.bx;
        by += other.by;
        bz += other.bz;
        c += other.c;
    }

    double at(Vector3dc p) {
        double x = p.x();
        double y = p.y();
        double z = p.z();
        double square = xx * x * x + yy * y * y + zz * z * z + 2 * (xy * x * y + xz * x * z + yz * y * z);
        return Math.max(0, square + 2 * (bx * x + by * y + bz * z) + c);
    }

    /// Writes the place where the sum is least; false where there is no single one, as on a flat or a straight
    /// stretch.
    boolean least(Vector3d to) {
        double cofactorX = yy * zz - yz * yz;
        double cofactorY = xz * yz - xy * zz;
        double cofactorZ = xy * yz - xz * yy;
        double determinant = xx * cofactorX + xy * cofactorY + xz * cofactorZ;
        double trace = xx + yy + zz;
        if (!(Math.abs(determinant) > 1e-6 * trace * trace * trace)) {
            return false;
        }
        double middle = xx * zz - xz * xz;
        double mixed = xy * xz - xx * yz;
        double last = xx * yy - xy * xy;
        to.set(
                -(cofactorX * bx + cofactorY * by + cofactorZ * bz) / determinant,
                -(cofactorY * bx + middle * by + mixed * bz) / determinant,
                -(cofactorZ * bx + mixed * by + last * bz) / determinant);
        return to.isFinite();
    }
}
