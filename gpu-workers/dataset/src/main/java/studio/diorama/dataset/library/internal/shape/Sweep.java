package studio.diorama.dataset.library.internal.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// A section carried along a path by frames that do not twist (double reflection: Wang, Jüttler, Zheng, Liu 2008).
public final class Sweep {

    private final List<Vec3> path;
    private final List<Vec2> section;
    private DoubleUnaryOperator scale = t -> 1;
    private Vec3 up;
    private double roundEnds;

    private Sweep(List<Vec3> path, List<Vec2> section) {
        this.path = path;
        this.section = section;
    }

    /// A section (counter-clockwise, x to the frame's right, y to its up) along a path of at least two points.
    public static Sweep of(List<Vec3> path, List<Vec2> section) {
        return new Sweep(path, section);
    }

    /// A round bar.
    public static Sweep tube(List<Vec3> path, double radius, int sides) {
        return new Sweep(path, circle(radius, sides));
    }

    /// A circle's points, counter-clockwise.
    public static List<Vec2> circle(double radius, int sides) {
        List<Vec2> points = new ArrayList<>();
        for (int i = 0; i < sides; i++) {
            double angle = 2 * StrictMath.PI * i / sides;
            points.add(new Vec2(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)));
        }
        return points;
    }

    /// The section grows and shrinks along the path; `t` runs from 0 to 1 by length.
    public Sweep scaled(DoubleUnaryOperator factor) {
        scale = factor;
        return this;
    }

    /// The direction that the section's y axis has at the start, as far as the path allows.
    public Sweep up(Vec3 direction) {
        up = direction;
        return this;
    }

    /// Ends closed by domes that stand out this far, in metres.
    public Sweep roundEnds(double metres) {
        roundEnds = metres;
        return this;
    }

    /// The closed solid.
    public Surface solid() {
        List<Vec3[]> rings = new ArrayList<>();
        Vec3[] tangents = tangents(false);
        Vec3[] ups = ups(tangents);
        double[] fractions = fractions();
        int last = path.size() - 1;
        if (roundEnds > 0) {
            for (int k = 0; k < 3; k++) {
                double angle = StrictMath.PI / 2 * (k + 0.25) / 3.25;
                Vec3 centre = path.getFirst().minus(tangents[0].times(roundEnds * StrictMath.cos(angle)));
                rings.add(ring(centre, tangents[0], ups[0], scale.applyAsDouble(0) * StrictMath.sin(angle)));
            }
        }
        for (int i = 0; i <= last; i++) {
            rings.add(ring(path.get(i), tangents[i], ups[i], scale.applyAsDouble(fractions[i])));
        }
        if (roundEnds > 0) {
            for (int k = 2; k >= 0; k--) {
                double angle = StrictMath.PI / 2 * (k + 0.25) / 3.25;
                Vec3 centre = path.getLast().plus(tangents[last].times(roundEnds * StrictMath.cos(angle)));
                rings.add(ring(centre, tangents[last], ups[last], scale.applyAsDouble(1) * StrictMath.sin(angle)));
            }
        }
        return Loft.solid(rings);
    }

    /// A closed ring over a path in a plane, whose last point is joined to its first.
    public Surface loop() {
        List<Vec3[]> rings = new ArrayList<>();
        Vec3[] tangents = tangents(true);
        Vec3 across = up == null ? Vec3.Y : up;
        double[] fractions = fractions();
        for (int i = 0; i < path.size(); i++) {
            rings.add(ring(path.get(i), tangents[i], across, scale.applyAsDouble(fractions[i])));
        }
        return Loft.loop(rings);
    }

    private Vec3[] ring(Vec3 centre, Vec3 tangent, Vec3 frameUp, double factor) {
        Vec3 right = frameUp.cross(tangent);
        Vec3[] ring = new Vec3[section.size()];
        for (int i = 0; i < ring.length; i++) {
            Vec2 at = section.get(i).times(factor);
            ring[i] = centre.plus(right.times(at.x())).plus(frameUp.times(at.y()));
        }
        return ring;
    }

    private double[] fractions() {
        double[] lengths = new double[path.size()];
        for (int i = 1; i < lengths.length; i++) {
            lengths[i] = lengths[i - 1] + path.get(i).distance(path.get(i - 1));
        }
        double total = lengths[lengths.length - 1];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] /= total;
        }
        return lengths;
    }

    private Vec3[] tangents(boolean closed) {
        int count = path.size();
        Vec3[] tangents = new Vec3[count];
        for (int i = 0; i < count; i++) {
            Vec3 before = path.get(closed ? (i + count - 1) % count : Math.max(0, i - 1));
            Vec3 after = path.get(closed ? (i + 1) % count : Math.min(count - 1, i + 1));
            tangents[i] = after.minus(before).normalized();
        }
        return tangents;
    }

    private Vec3[] ups(Vec3[] tangents) {
        Vec3[] ups = new Vec3[tangents.length];
        Vec3 wanted = up == null ? tangents[0].perpendicular() : up;
        Vec3 across = wanted.minus(tangents[0].times(wanted.dot(tangents[0])));
        ups[0] = across.length() < 1e-6 ? tangents[0].perpendicular() : across.normalized();
        for (int i = 0; i + 1 < tangents.length; i++) {
            Vec3 step = path.get(i + 1).minus(path.get(i));
            double square = step.dot(step);
            Vec3 reflectedUp = ups[i].minus(step.times(2 / square * step.dot(ups[i])));
            Vec3 reflectedTangent = tangents[i].minus(step.times(2 / square * step.dot(tangents[i])));
            Vec3 second = tangents[i + 1].minus(reflectedTangent);
            double length = second.dot(second);
            Vec3 next = length < 1e-12
                    ? reflectedUp
                    : reflectedUp.minus(second.times(2 / length * second.dot(reflectedUp)));
            ups[i + 1] =
                    next.minus(tangents[i + 1].times(next.dot(tangents[i + 1]))).normalized();
        }
        return ups;
    }
}
