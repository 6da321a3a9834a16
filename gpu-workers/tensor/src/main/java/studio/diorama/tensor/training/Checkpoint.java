package studio.diorama.tensor.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.Seed;
import studio.diorama.tensor.weights.NamedTensors;
import studio.diorama.tensor.weights.SafetensorsFile;

/// Where a training stands, as one safetensors file: it is written beside and renamed, so there is always a whole one.
///
/// @param step steps done
/// @param seed of the training
/// @param task what the task says of itself
/// @param best the best validation so far
/// @param parameters after that step
/// @param average their moving average
/// @param optimiser what Adam knows
record Checkpoint(
        long step,
        Seed seed,
        Map<String, String> task,
        Best best,
        NamedTensors parameters,
        NamedTensors average,
        NamedTensors optimiser) {

    private static final String TASK = "task/";

    /// The best validation so far.
    ///
    /// @param step after which it was; 0 where there was none
    /// @param figure the decisive one; infinite where there was none
    /// @param worseSince validations since then
    record Best(long step, double figure, int worseSince) {

        static final Best NONE = new Best(0, Double.POSITIVE_INFINITY, 0);

        Best after(long validatedStep, double found) {
            return found < figure ? new Best(validatedStep, found, 0) : new Best(step, figure, worseSince + 1);
        }
    }

    void write(Path file) {
        NamedTensors.Builder all = NamedTensors.builder()
                .metadata("format", "diorama-checkpoint-1")
                .metadata("step", Long.toString(step))
                .metadata("seed", Long.toString(seed.value()))
                .metadata("best.step", Long.toString(best.step()))
                .metadata("best.figure", Double.toString(best.figure()))
                .metadata("best.worseSince", Integer.toString(best.worseSince()));
        task.forEach((key, text) -> all.metadata(TASK + key, text));
        parts().forEach((part, tensors) -> {
            tensors.tensors().forEach((name, tensor) -> all.put(part + "/" + name, tensor));
            tensors.metadata().forEach((key, text) -> all.metadata(part + "/" + key, text));
        });
        SafetensorsFile.write(all.build(), file);
    }

    /// @return empty where there is no file
    /// @throws DioramaException where the file is not a checkpoint
    static Optional<Checkpoint> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        NamedTensors all = SafetensorsFile.read(file);
        try {
            return Optional.of(new Checkpoint(
                    Long.parseLong(text(all, "step")),
                    new Seed(Long.parseLong(text(all, "seed"))),
                    texts(all, TASK),
                    new Best(
                            Long.parseLong(text(all, "best.step")),
                            Double.parseDouble(text(all, "best.figure")),
                            Integer.parseInt(text(all, "best.worseSince"))),
                    part(all, "parameters"),
                    part(all, "average"),
                    part(all, "optimiser")));
        } catch (NumberFormatException e) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "%s is not a training's checkpoint: %s. Take it away to train from the start."
                            .formatted(file.getFileName(), e.getMessage()),
                    e);
        }
    }

    private Map<String, NamedTensors> parts() {
        Map<String, NamedTensors> parts = new LinkedHashMap<>();
        parts.put("parameters", parameters);
        parts.put("average", average);
        parts.put("optimiser", optimiser);
        return parts;
    }

    private static String text(NamedTensors all, String key) {
        return all.metadata().getOrDefault(key, "no " + key);
    }

    private static NamedTensors part(NamedTensors all, String part) {
        String prefix = part + "/";
        NamedTensors.Builder tensors = NamedTensors.builder();
        all.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                tensors.put(name.substring(prefix.length()), tensor);
            }
        });
        texts(all, prefix).forEach(tensors::metadata);
        return tensors.build();
    }

    private static Map<String, String> texts(NamedTensors all, String prefix) {
        Map<String, String> texts = new LinkedHashMap<>();
        all.metadata().forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                texts.put(key.substring(prefix.length()), text);
            }
        });
        return texts;
    }
}
