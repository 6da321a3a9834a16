package studio.diorama.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import java.util.function.Function;

/// Brings numbers to Java. The copies that this takes (of another type, from another device) are freed at once: DJL
/// would leave them with the array's owner, which for a parameter is for ever.
final class Readout {

    private Readout() {}

    static <T> T of(PtNDArray array, DataType type, Function<NDArray, T> reader) {
        try (NDManager temporary = Libtorch.root().newSubManager(array.getDevice())) {
            NDArray alias = array.stopGradient();
            alias.attach(temporary);
            return reader.apply(alias.toType(type, false));
        }
    }
}
