package studio.diorama.models.cameranoise.flow;

import studio.diorama.tensor.Tensor;

/// How far drawn noise is from real noise in amount, bias and correlation, patch by patch.
///
/// Likelihood alone is lowest for a network that explains each sample, which need not be one whose draws have the right
/// amount of noise: where the network errs, draws spread too much. Comparing the moments of draws with those of real
/// noise is the cure of generative moment matching networks (Li, Swersky, Zemel 2015), here with likelihood, as Grover,
/// Dhar and Ermon (2018, *Flow-GAN*) join likelihood with a comparison of draws.
final class FlowMoments {

    /// Brightness is looked at around so many levels, each with a triangle of weights.
    private static final int LEVELS = 5;

    /// A level with fewer pixels than this says little about itself.
    private static final double FEW_PIXELS = 64;

    /// The variance of the difference of two dequantisations: no noise has less.
    private static final double DEQUANTISATION = 2.0 / 12 / 256 / 256;

    private FlowMoments() {}

    /// Squared distance, mean over patches and channels: of means in deviations, of logarithms of deviations, and of
    /// the correlations of neighbours and of channels.
    ///
    /// @param real (N, 3, H, W) noise, white being 1
    /// @param drawn (N, 3, H, W), recorded
    /// @param clean (N, 3, H, W) 0 to 1
    /// @return ()
    static Tensor distance(Tensor real, Tensor drawn, Tensor clean) {
        // The picture ends at black and at white, for drawn noise as for real noise.
        Tensor seen = clean.add(drawn).maximum(0).minimum(1).sub(clean); // (N, 3, H, W)
        return amounts(real, seen, clean).add(correlations(real, seen));
    }

    private static Tensor amounts(Tensor real, Tensor drawn, Tensor clean) {
        double area = clean.size(2) * clean.size(3);
        Tensor sum = null;
        for (int level = 0; level < LEVELS; level++) {
            double centre = level / (LEVELS - 1.0);
            Tensor weight = clean.sub(centre).abs().mul(1.0 - LEVELS).add(1).maximum(0); // (N, 3, H, W)
            Tensor pixels = weight.sum(2, 3).add(1e-3); // (N, 3)
            Moments ofReal = Moments.of(real, weight, pixels);
            Moments ofDrawn = Moments.of(drawn, weight, pixels);
            Tensor bias = ofDrawn.mean().sub(ofReal.mean()).square().div(ofReal.variance());
            Tensor amount = ofDrawn.variance()
                    .log()
                    .sub(ofReal.variance().log())
                    .mul(0.5)
                    .square();
            Tensor share = pixels.square().div(pixels.add(FEW_PIXELS)).div(area); // (N, 3)
            Tensor one = bias.add(amount).mul(share).mean();
            sum = sum == null ? one : sum.add(one);
        }
        return sum;
    }

    private static Tensor correlations(Tensor real, Tensor drawn) {
        Tensor ofReal = normed(real);
        Tensor ofDrawn = normed(drawn);
        Tensor sum = null;
        for (int axis = 1; axis <= 3; axis++) {
            Tensor one = neighbours(ofDrawn, axis)
                    .sub(neighbours(ofReal, axis))
                    .square()
                    .mean();
            sum = sum == null ? one : sum.add(one);
        }
        return sum;
    }

    /// Mean product of neighbours along an axis: of channels (each with the next), rows or columns.
    private static Tensor neighbours(Tensor noise, int axis) {
        long size = noise.size(axis);
        return noise.slice(axis, 0, size - 1).mul(noise.slice(axis, 1, size)).mean(2, 3);
    }

    /// Each channel of each patch with mean 0 and deviation 1.
    private static Tensor normed(Tensor noise) {
        Tensor centred = noise.sub(noise.meanKeeping(2, 3));
        return centred.div(
                centred.square().meanKeeping(2, 3).add(DEQUANTISATION).sqrt());
    }

    /// @param mean (N, 3)
    /// @param variance (N, 3)
    private record Moments(Tensor mean, Tensor variance) {

        static Moments of(Tensor noise, Tensor weight, Tensor pixels) {
            Tensor weighted = noise.mul(weight);
            Tensor mean = weighted.sum(2, 3).div(pixels);
            Tensor squares = weighted.mul(noise).sum(2, 3).div(pixels);
            return new Moments(mean, squares.sub(mean.square()).maximum(0).add(DEQUANTISATION));
        }
    }
}
