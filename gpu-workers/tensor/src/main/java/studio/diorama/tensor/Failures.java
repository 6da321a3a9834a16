package studio.diorama.tensor;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Turns what libtorch says of an operator that failed into something a person can act on.
final class Failures {

    private Failures() {}

    static RuntimeException of(String operator, List<Tensor> operands, RuntimeException cause) {
        String message = String.valueOf(cause.getMessage()).strip();
        if (operands.stream().anyMatch(Failures::isFreed)) {
            return new IllegalStateException(
                    "%s was given a tensor that its scope has freed; let an outer scope adopt it".formatted(operator),
                    cause);
        }
        String shapes =
                operands.stream().filter(Objects::nonNull).map(Tensor::toString).collect(Collectors.joining(" and "));
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("out of memory") || lower.contains("can't allocate memory")) {
            return new DioramaException(
                    ErrorCode.OUT_OF_MEMORY,
                    "The device has too little free memory for %s of %s. Use a smaller batch or picture."
                            .formatted(operator, shapes),
                    cause);
        }
        return new IllegalArgumentException(
                "%s cannot take %s: %s".formatted(operator, shapes, withoutTrace(message)), cause);
    }

    private static boolean isFreed(Tensor tensor) {
        return tensor != null && tensor.array().isReleased();
    }

    /// libtorch appends its own stack frames.
    private static String withoutTrace(String message) {
        int trace = message.indexOf("\nException raised from");
        return trace < 0 ? message : message.substring(0, trace);
    }
}
