package studio.diorama.tensor.optimise;

/// The numbers of Adam.
///
/// @param beta1 how much of the gradients' mean is kept at each step
/// @param beta2 how much of their mean square is kept
/// @param epsilon added to the root of the mean square, so that a parameter without gradients stands still
/// @param weightDecay share of a parameter that goes at each step, times the learning rate; apart from the gradients
/// (AdamW). 0 is plain Adam
public record AdamSettings(double beta1, double beta2, double epsilon, double weightDecay) {

    /// As the paper has them (Kingma, Ba 2015).
    public static final AdamSettings ADAM = new AdamSettings(0.9, 0.999, 1e-8, 0);

    public AdamSettings {
        if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
            throw new IllegalArgumentException("betas of 0 to below 1 expected, got %s and %s".formatted(beta1, beta2));
        }
        if (!(epsilon > 0) || !(weightDecay >= 0)) {
            throw new IllegalArgumentException(
                    "epsilon above 0 and a weight decay of at least 0 expected, got %s and %s"
                            .formatted(epsilon, weightDecay));
        }
    }

    /// Adam with weight decay apart from the gradients (Loshchilov, Hutter 2019).
    public static AdamSettings adamW(double weightDecay) {
        return new AdamSettings(0.9, 0.999, 1e-8, weightDecay);
    }
}
