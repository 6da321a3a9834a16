package studio.diorama.geometry;

import java.util.List;
import org.joml.Matrix4d;

/// Plain bodies about the origin, upright along +Y, with normals and texture coordinates, wound outwards.
public final class Primitives {

    private Primitives() {}

    /// A box; each side shows the whole texture.
    ///
    /// @param width metres along x
    /// @param height metres along y
    /// @param depth metres along z
    public static Mesh box(double width, double height, double depth) {
        requirePositive(width, height, depth);
        double quarter = Math.PI / 2;
        Mesh top = plane(1, 1, 1);
        Matrix4d upwards = new Matrix4d().translation(0, 0.5, 0);
        Matrix4d size = new Matrix4d().scaling(width, height, depth);
        List<Mesh> sides = List.of(
                side(top, size, new Matrix4d().rotateX(quarter).mul(upwards)),
                side(top, size, new Matrix4d().rotateY(quarter).rotateX(quarter).mul(upwards)),
                side(
                        top,
                        size,
                        new Matrix4d().rotateY(2 * quarter).rotateX(quarter).mul(upwards)),
                side(
                        top,
                        size,
                        new Matrix4d().rotateY(3 * quarter).rotateX(quarter).mul(upwards)),
                side(top, size, upwards),
                side(top, size, new Matrix4d().rotateX(2 * quarter).mul(upwards)));
        return Meshes.merged(sides);
    }

    private static Mesh side(Mesh top, Matrix4d size, Matrix4d place) {
        Matrix4d exact = new Matrix4d();
        for (int column = 0; column < 4; column++) {
            for (int row = 0; row < 4; row++) {
                // Quarter turns of halves: every entry is a multiple of a half once its rounding error is gone.
                exact.set(column, row, Math.rint(place.get(column, row) * 2) / 2);
            }
        }
        return Meshes.transformed(top, size.mul(exact, exact));
    }

    /// A flat floor that faces +Y, of `pieces` × `pieces` squares.
    ///
    /// @param width metres along x
    /// @param depth metres along z
    public static Mesh plane(double width, double depth, int pieces) {
        requirePositive(width, depth, pieces);
        int columns = pieces + 1;
        float[] positions = new float[columns * columns * 3];
        float[] normals = new float[positions.length];
        float[] texcoords = new float[columns * columns * 2];
        int[] triangles = new int[pieces * pieces * 6];
        for (int row = 0; row < columns; row++) {
            for (int column = 0; column < columns; column++) {
                int v = row * columns + column;
                double u = (double) column / pieces;
                double down = (double) row / pieces;
                positions[v * 3] = (float) ((u - 0.5) * width);
                positions[v * 3 + 2] = (float) ((down - 0.5) * depth);
                normals[v * 3 + 1] = 1;
                texcoords[v * 2] = (float) u;
                texcoords[v * 2 + 1] = (float) down;
                if (row < pieces && column < pieces) {
                    int at = (row * pieces + column) * 6;
                    triangles[at] = v;
                    triangles[at + 1] = v + columns;
                    triangles[at + 2] = v + columns + 1;
                    triangles[at + 3] = v;
                    triangles[at + 4] = v + columns + 1;
                    triangles[at + 5] = v + 1;
                }
            }
        }
        return Mesh.builder(positions, triangles)
                .normals(normals)
                .texcoords(texcoords)
                .build();
    }

    /// A ball of `segments` pieces round the axis and half as many from pole to pole.
    public static Mesh sphere(double radius, int segments) {
        requirePositive(radius);
        return Profile.from(0, -radius)
                .arc(0, 0, radius, -Math.PI / 2, Math.PI / 2, Math.max(2, segments / 2))
                .turned(segments);
    }

    /// A closed cylinder.
    public static Mesh cylinder(double radius, double height, int segments) {
        requirePositive(radius, height);
        return Profile.from(0, -height / 2)
                .lineTo(radius, -height / 2)
                .lineTo(radius, height / 2)
                .lineTo(0, height / 2)
                .turned(segments);
    }

    /// A closed cone, its tip up.
    public static Mesh cone(double radius, double height, int segments) {
        requirePositive(radius, height);
        return Profile.from(0, -height / 2)
                .lineTo(radius, -height / 2)
                .lineTo(0, height / 2)
                .turned(segments);
    }

    /// A ring whose hole is seen from above.
    ///
    /// @param radius metres from the axis to the middle of the tube
    /// @param tubeRadius metres, below `radius`
    /// @param segments pieces round the axis; half as many round the tube
    public static Mesh torus(double radius, double tubeRadius, int segments) {
        requirePositive(radius, tubeRadius);
        if (tubeRadius >= radius) {
            throw new IllegalArgumentException(
                    "a tube thinner than the ring expected, got %s in %s".formatted(tubeRadius, radius));
        }
        return Profile.from(radius - tubeRadius, 0)
                .arc(radius, 0, tubeRadius, -Math.PI, Math.PI, Math.max(3, segments / 2))
                .turned(segments);
    }

    /// A cylinder between two half balls.
    ///
    /// @param height metres between the centres of the balls
    public static Mesh capsule(double radius, double height, int segments) {
        requirePositive(radius, height);
        int steps = Math.max(1, segments / 4);
        return Profile.from(0, -height / 2 - radius)
                .arc(0, -height / 2, radius, -Math.PI / 2, 0, steps)
                .lineTo(radius, height / 2)
                .arc(0, height / 2, radius, 0, Math.PI / 2, steps)
                .turned(segments);
    }

    private static void requirePositive(double... lengths) {
        for (double length : lengths) {
            if (!(length > 0) || !Double.isFinite(length)) {
                throw new IllegalArgumentException("lengths above 0 expected, got " + length);
            }
        }
    }
}
