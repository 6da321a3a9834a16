package studio.diorama.tensor;

import static java.util.Objects.requireNonNull;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import studio.diorama.tensor.internal.TorchScript;

/// While one is open, what its thread computes from parameters is recorded, so that gradients can be taken. At other
/// times, and on other threads, nothing is: inference costs no graph.
///
/// A thread has at most one; several threads may have one each.
public final class GradientTape implements AutoCloseable {

    private static final ThreadLocal<GradientTape> OPEN = new ThreadLocal<>();

    private final Parameters parameters;

    /// What becomes of the recorded graph once gradients were taken from it.
    public enum Graph {
        /// It is freed: the common case.
        FREE,
        /// It stays, so that another scalar's gradients can be taken from the same graph.
        KEEP,
        /// It stays, and the gradients are recorded too: a loss may be made of them (double backward).
        RECORD_GRADIENTS
    }

    private GradientTape(Parameters parameters) {
        this.parameters = requireNonNull(parameters, "parameters is null");
    }

    /// Starts recording on this thread, inside an open [Scope].
    ///
    /// @throws IllegalStateException where this thread has one already
    public static GradientTape open(Parameters parameters) {
        Scope.current();
        if (OPEN.get() != null) {
            throw new IllegalStateException("a gradient tape is open on this thread; close it before opening another");
        }
        GradientTape tape = new GradientTape(parameters);
        Libtorch.recordGraphs(true);
        OPEN.set(tape);
        return tape;
    }

    /// The gradients of a loss for every trainable parameter; zeros where it does not depend on one. Frees the graph.
    ///
    /// @param loss a single number
    public Gradients backward(Tensor loss) {
        return backward(loss, Graph.FREE);
    }

    public Gradients backward(Tensor loss, Graph graph) {
        Map<String, Tensor> trainable = parameters.trainable();
        List<Tensor> found = gradients(loss, new ArrayList<>(trainable.values()), graph);
        Map<String, Tensor> named = new LinkedHashMap<>();
        for (String name : trainable.keySet()) {
            named.put(name, found.get(named.size()));
        }
        return new Gradients(named);
    }

    /// The gradients of a single number for any tensors that are recorded, in their order.
    public List<Tensor> gradients(Tensor output, List<Tensor> inputs, Graph graph) {
        if (output.count() != 1) {
            throw new IllegalArgumentException("gradients are taken of a single number, got shape " + output);
        }
        if (!output.isRecorded()) {
            throw new IllegalArgumentException(
                    "the number was not computed from anything recorded: compute it while the tape is open");
        }
        if (inputs.isEmpty()) {
            return List.of();
        }
        String text = TorchScript.gradients(inputs.size(), graph != Graph.FREE, graph == Graph.RECORD_GRADIENTS);
        List<Tensor> arguments = new ArrayList<>();
        arguments.add(output);
        arguments.addAll(inputs);
        return ScriptedFunction.of("gradients", text).callAll(arguments);
    }

    /// A copy of a tensor that gradients can be taken for, like a parameter's.
    public Tensor watch(Tensor tensor) {
        Tensor copy = unrecorded(() -> tensor.detach().copy());
        PtNDArray array = copy.array();
        array.setRequiresGradient(true);
        return copy;
    }

    /// Computes something of which nothing is recorded even while a tape is open, such as an optimiser's update.
    public static <T> T unrecorded(Supplier<T> work) {
        if (OPEN.get() == null) {
            return work.get();
        }
        Libtorch.recordGraphs(false);
        try {
            return work.get();
        } finally {
            Libtorch.recordGraphs(true);
        }
    }

    /// Ends the recording.
    @Override
    public void close() {
        if (OPEN.get() == this) {
            Libtorch.recordGraphs(false);
            OPEN.remove();
        }
    }
}
