package studio.diorama.tensor;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import studio.diorama.tensor.internal.ScriptArchive;

/// A function of tensors in the words of TorchScript, run inside libtorch in one call: how an operator is reached that
/// DJL lacks, and how a network of many small operators is fused (a call through DJL costs about 9 µs, an operator
/// inside a script about 1 µs). Gradients pass through it under a [GradientTape].
///
/// ```
/// ScriptedFunction swish = ScriptedFunction.of("swish", """
///         def forward(self, x: Tensor) -> Tensor:
///           return x * torch.sigmoid(x)
///         """);
/// Tensor y = swish.call(x);
/// ```
///
/// The text is one or more `def`s, indented by two spaces, the entry being `forward`; every parameter is a tensor, and
/// it returns a tensor, a list or a tuple of tensors. `torch.` names libtorch's own operators (`aten`), whose keyword
/// names and defaults hold.
public final class ScriptedFunction {

    /// Each text is compiled once in a process.
    private static final ConcurrentHashMap<String, ScriptedFunction> COMPILED = new ConcurrentHashMap<>();

    private final String name;
    private final PtSymbolBlock module;

    private ScriptedFunction(String name, PtSymbolBlock module) {
        this.name = name;
        this.module = module;
    }

    /// @param name for messages
    /// @throws IllegalArgumentException with libtorch's own words where the text does not compile
    public static ScriptedFunction of(String name, String text) {
        requireNonNull(name, "name is null");
        return COMPILED.computeIfAbsent(text, source -> new ScriptedFunction(name, compile(name, source)));
    }

    public Tensor call(Tensor... inputs) {
        return only(callAll(List.of(inputs)));
    }

    /// @param numbers come as one more parameter, the last: a float64 tensor on the CPU, so that `float(numbers[0])`
    /// waits for no device
    public Tensor call(List<Tensor> inputs, double... numbers) {
        return only(callAll(inputs, numbers));
    }

    /// @param numbers as above; none add no parameter
    public List<Tensor> callAll(List<Tensor> inputs, double... numbers) {
        Scope scope = Scope.current();
        NDList arguments = new NDList(inputs.size() + 1);
        inputs.forEach(input -> arguments.add(input.array()));
        try (NDArray last = numbers.length == 0 ? null : Libtorch.onCpu(numbers)) {
            if (last != null) {
                arguments.add(last);
            }
            List<Tensor> results = new ArrayList<>();
            for (NDArray result : IValueUtils.forward(module, arguments, true)) {
                results.add(new Tensor((PtNDArray) result).moveTo(scope));
            }
            return results;
        } catch (EngineException | IllegalArgumentException e) {
            throw Failures.of(name, inputs, e);
        }
    }

    private Tensor only(List<Tensor> results) {
        if (results.size() != 1) {
            throw new IllegalStateException(
                    "%s returns %d tensors; callAll gives them all".formatted(name, results.size()));
        }
        return results.getFirst();
    }

    private static PtSymbolBlock compile(String name, String text) {
        try {
            return JniUtils.loadModule(Libtorch.root(), new ByteArrayInputStream(ScriptArchive.of(text)), false, false);
        } catch (EngineException e) {
            throw new IllegalArgumentException("script %s does not compile: %s".formatted(name, e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
