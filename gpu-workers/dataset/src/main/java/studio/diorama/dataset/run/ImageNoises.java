package studio.diorama.dataset.run;

import java.util.Map;
import java.util.TreeMap;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.frame.ResolvedNoise;

/// The noise models that a process knows.
public final class ImageNoises {

    private final Map<String, ImageNoise> models = new TreeMap<>();

    /// The built-in ones and others.
    public ImageNoises(ImageNoise... others) {
        PoissonGaussianNoise simple = new PoissonGaussianNoise();
        models.put(simple.model(), simple);
        for (ImageNoise other : others) {
            models.put(other.model(), other);
        }
    }

    /// @throws DioramaException where no model has this name, or the model refuses the parameters
    public void check(ResolvedNoise parameters) {
        if (!parameters.isNone()) {
            named(parameters.model()).check(parameters);
        }
    }

    /// The picture itself where there is no noise.
    public int[] apply(int width, int height, int[] rgb, ResolvedNoise parameters) {
        return parameters.isNone() ? rgb : named(parameters.model()).apply(width, height, rgb, parameters);
    }

    private ImageNoise named(String model) {
        ImageNoise known = models.get(model);
        if (known == null) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Expected a noise model called none or one of %s, got '%s'.".formatted(models.keySet(), model));
        }
        return known;
    }
}
