package studio.diorama.tensor.optimise;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.tensor.GradientTape;
import studio.diorama.tensor.Gradients;
import studio.diorama.tensor.ScriptedFunction;
import studio.diorama.tensor.Tensor;
import studio.diorama.tensor.internal.TorchScript;

/// Keeps one bad batch from throwing the parameters far off (Pascanu, Mikolov, Bengio 2013).
public final class GradientClip {

    private GradientClip() {}

    /// Scales all gradients by one factor, in place, so that the norm of all of them together is at most `maximum`.
    ///
    /// @return the norm from before
    public static double globalNorm(Gradients gradients, double maximum) {
        if (!(maximum > 0)) {
            throw new IllegalArgumentException("a largest norm above 0 expected, got " + maximum);
        }
        List<Tensor> tensors = new ArrayList<>(gradients.tensors().values());
        if (tensors.isEmpty()) {
            return 0;
        }
        ScriptedFunction clip = ScriptedFunction.of("clip", TorchScript.clipGlobalNorm(tensors.size()));
        return GradientTape.unrecorded(() -> clip.call(tensors, maximum).item());
    }
}
