package studio.diorama.tensor;

/// Checks that DJL leaves out and libtorch's functions for any number of axes do not make.
final class Shapes {

    private Shapes() {}

    static void requireConvolution(Tensor x, Tensor weight, Tensor bias, int groups) {
        boolean fits = x.rank() == 4
                && weight.rank() == 4
                && x.size(1) == weight.size(1) * groups
                && (bias == null || bias.rank() == 1 && bias.size(0) == weight.size(0));
        if (!fits) {
            throw new IllegalArgumentException(
                    "conv2d takes (N, C, H, W) with a weight (out, C / groups, kernel height, kernel width) and a bias (out),"
                            + " got %s, %s and %s in %d groups".formatted(x, weight, bias, groups));
        }
    }
}
