package studio.diorama.geometry.io;

/// What a model file may cost, checked before memory is asked for.
///
/// @param maxBytes of a file with all the files that it names; also of the numbers that its accessors unpack to
/// @param maxTriangles of all meshes together
/// @param maxNodes instances included
/// @param maxDepth nodes from a root to a leaf
/// @param maxTextureSide texels along the longer side
/// @param maxTexels of all textures together; four bytes each
public record ModelLimits(
        long maxBytes, int maxTriangles, int maxNodes, int maxDepth, int maxTextureSide, long maxTexels) {

    /// 512 MiB, five million triangles, 50,000 nodes 256 deep, 2²⁸ texels in textures of up to 16,384.
    public static final ModelLimits DEFAULT = new ModelLimits(512L << 20, 5_000_000, 50_000, 256, 16_384, 256L << 20);

    public ModelLimits {
        if (maxBytes < 1 || maxTriangles < 1 || maxNodes < 1 || maxDepth < 1 || maxTextureSide < 1 || maxTexels < 1) {
            throw new IllegalArgumentException("limits of at least 1 expected, got %d, %d, %d, %d, %d, %d"
                    .formatted(maxBytes, maxTriangles, maxNodes, maxDepth, maxTextureSide, maxTexels));
        }
    }
}
