package studio.diorama.models.cameranoise.flow;

import studio.diorama.tensor.Scope;
import studio.diorama.tensor.Tensor;

/// The published way of telling a convolution where the picture ends: a channel that is 1 on the one-pixel ring of
/// padding around it and 0 inside.
final class BorderRing {

    private BorderRing() {}

    /// What the ring's channel adds to a 3×3 convolution of a padded picture, the same for every picture of a batch.
    ///
    /// @param weight (out, 1, 3, 3)
    /// @param scope where the constant ring is made
    /// @return (1, out, H, W)
    static Tensor contribution(Scope scope, Tensor weight, long height, long width) {
        int rows = Math.toIntExact(height) + 2;
        int columns = Math.toIntExact(width) + 2;
        float[] ring = new float[rows * columns];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                ring[y * columns + x] = y == 0 || y == rows - 1 || x == 0 || x == columns - 1 ? 1 : 0;
            }
        }
        return scope.of(ring, 1, 1, rows, columns).conv2d(weight, null, 1, 0);
    }
}
