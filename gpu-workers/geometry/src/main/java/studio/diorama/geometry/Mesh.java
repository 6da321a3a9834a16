package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/// Triangles over shared vertices, with what is known at each vertex.
///
/// Every number is finite, every index is in range and every array has the length that the number of vertices asks
/// for; a mesh never changes, and two meshes are equal only if they are the same object.
public final class Mesh {

    private final float[] positions;
    private final int[] triangles;
    private final float[] normals;
    private final float[] tangents;
    private final float[] texcoords;
    private final float[] colours;
    private final int[] joints;
    private final float[] weights;
    private final List<MorphTarget> morphTargets;
    private Bounds bounds;

    private Mesh(Builder builder) {
        positions = requireNonNull(builder.positions, "positions is null");
        triangles = requireNonNull(builder.triangles, "triangles is null");
        normals = builder.normals;
        tangents = builder.tangents;
        texcoords = builder.texcoords;
        colours = builder.colours;
        joints = builder.joints;
        weights = builder.weights;
        morphTargets = List.copyOf(builder.morphTargets);
        MeshChecks.requireMultiple("positions", positions.length, 3);
        MeshChecks.requireMultiple("triangles", triangles.length, 3);
        MeshChecks.requireFinite("positions", positions);
        MeshChecks.requireIndices("triangles", triangles, vertexCount());
        check("normals", normals, 3);
        check("tangents", tangents, 4);
        check("texture coordinates", texcoords, 2);
        check("colours", colours, 4);
        check("weights", weights, 4);
        if ((joints == null) != (weights == null)) {
            throw new IllegalArgumentException("joints and weights expected together, got only one of them");
        }
        if (joints != null) {
            MeshChecks.requireLength("joints", joints.length, vertexCount() * 4);
            MeshChecks.requireIndices("joints", joints, 1 << 16);
        }
        for (MorphTarget target : morphTargets) {
            MeshChecks.requireLength("morph target", target.positionDeltas().length, positions.length);
        }
    }

    private void check(String what, float[] values, int width) {
        if (values != null) {
            MeshChecks.requireLength(what, values.length, vertexCount() * width);
            MeshChecks.requireFinite(what, values);
        }
    }

    /// A mesh of positions and triangles alone.
    public static Mesh of(float[] positions, int[] triangles) {
        return builder(positions, triangles).build();
    }

    /// Starts a mesh.
    ///
    /// @param positions (vertices × 3) metres
    /// @param triangles (triangles × 3) vertex numbers, counter-clockwise seen from outside
    public static Builder builder(float[] positions, int[] triangles) {
        return new Builder().positions(positions).triangles(triangles);
    }

    /// Starts a mesh from all that this one has.
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.positions = positions;
        builder.triangles = triangles;
        builder.normals = normals;
        builder.tangents = tangents;
        builder.texcoords = texcoords;
        builder.colours = colours;
        builder.joints = joints;
        builder.weights = weights;
        builder.morphTargets = morphTargets;
        return builder;
    }

    public int vertexCount() {
        return positions.length / 3;
    }

    public int triangleCount() {
        return triangles.length / 3;
    }

    /// The box of all vertices, those of no triangle included.
    public Bounds bounds() {
        if (bounds == null) {
            bounds = Bounds.of(positions);
        }
        return bounds;
    }

    /// (vertices × 3) metres.
    public float[] positions() {
        return positions;
    }

    /// (triangles × 3) vertex numbers.
    public int[] triangles() {
        return triangles;
    }

    /// (vertices × 3) of length 1.
    public Optional<float[]> normals() {
        return Optional.ofNullable(normals);
    }

    /// (vertices × 4): direction of growing u, and the sign of the bitangent beside `cross(normal, tangent)`.
    public Optional<float[]> tangents() {
        return Optional.ofNullable(tangents);
    }

    /// (vertices × 2): u to the right, v down, (0, 0) at the top left of the texture.
    public Optional<float[]> texcoords() {
        return Optional.ofNullable(texcoords);
    }

    /// (vertices × 4) linear red, green, blue and alpha, which multiply the material's base colour.
    public Optional<float[]> colours() {
        return Optional.ofNullable(colours);
    }

    /// (vertices × 4) places in the joint list of the [Skin].
    public Optional<int[]> joints() {
        return Optional.ofNullable(joints);
    }

    /// (vertices × 4) shares of those joints, which sum to 1.
    public Optional<float[]> weights() {
        return Optional.ofNullable(weights);
    }

    public List<MorphTarget> morphTargets() {
        return morphTargets;
    }

    public boolean isSkinned() {
        return joints != null;
    }

    @Override
    public String toString() {
        return "Mesh[%d vertices, %d triangles]".formatted(vertexCount(), triangleCount());
    }

    /// Collects a mesh; `null` takes a property away.
    public static final class Builder {

        private float[] positions;
        private int[] triangles;
        private float[] normals;
        private float[] tangents;
        private float[] texcoords;
        private float[] colours;
        private int[] joints;
        private float[] weights;
        private List<MorphTarget> morphTargets = List.of();

        private Builder() {}

        public Builder positions(float[] values) {
            positions = values;
            return this;
        }

        public Builder triangles(int[] values) {
            triangles = values;
            return this;
        }

        public Builder normals(float[] values) {
            normals = values;
            return this;
        }

        public Builder tangents(float[] values) {
            tangents = values;
            return this;
        }

        public Builder texcoords(float[] values) {
            texcoords = values;
            return this;
        }

        public Builder colours(float[] values) {
            colours = values;
            return this;
        }

        public Builder skin(int[] jointNumbers, float[] jointWeights) {
            joints = jointNumbers;
            weights = jointWeights;
            return this;
        }

        public Builder morphTargets(List<MorphTarget> targets) {
            morphTargets = targets;
            return this;
        }

        /// Checks everything.
        ///
        /// @throws IllegalArgumentException for a wrong length, an index out of range, a number not finite
        public Mesh build() {
            return new Mesh(this);
        }
    }
}
