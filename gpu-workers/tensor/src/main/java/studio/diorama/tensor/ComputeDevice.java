package studio.diorama.tensor;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Where tensors live and are computed.
///
/// @param kind CPU or CUDA
/// @param index which CUDA device, from 0; 0 for the CPU
public record ComputeDevice(Kind kind, int index) {

    public enum Kind {
        CPU,
        CUDA
    }

    public static final ComputeDevice CPU = new ComputeDevice(Kind.CPU, 0);

    public ComputeDevice {
        requireNonNull(kind, "kind is null");
        if (index < 0 || kind == Kind.CPU && index != 0) {
            throw new IllegalArgumentException("no such device: %s %d".formatted(kind, index));
        }
    }

    public static ComputeDevice cuda(int index) {
        return new ComputeDevice(Kind.CUDA, index);
    }

    /// The first CUDA device where this libtorch can compute on one, else the CPU.
    public static ComputeDevice best() {
        ComputeDevice first = cuda(0);
        return first.isUsable() ? first : CPU;
    }

    /// Whether a number can be stored there and read back.
    public boolean isUsable() {
        return kind == Kind.CPU || Libtorch.canUseCuda(index);
    }

    /// For a person: `CPU, 2 threads` or `CUDA 0: NVIDIA H200`.
    public String describe() {
        return switch (kind) {
            case CPU -> {
                int threads = Libtorch.threads();
                yield threads == 1 ? "CPU, 1 thread" : "CPU, %d threads".formatted(threads);
            }
            case CUDA ->
                cudaModel().map(model -> "CUDA %d: %s".formatted(index, model)).orElse("CUDA " + index);
        };
    }

    Device toDjl() {
        return switch (kind) {
            case CPU -> Device.cpu();
            case CUDA -> Device.gpu(index);
        };
    }

    /// The name that the driver gives on Linux, where all its devices are of one model: which of several an index
    /// means is CUDA's own affair.
    private static Optional<String> cudaModel() {
        Set<String> models = new HashSet<>();
        try (DirectoryStream<Path> devices = Files.newDirectoryStream(Path.of("/proc/driver/nvidia/gpus"))) {
            for (Path device : devices) {
                for (String line : Files.readAllLines(device.resolve("information"))) {
                    if (line.startsWith("Model:")) {
                        models.add(line.substring("Model:".length()).strip());
                    }
                }
            }
        } catch (IOException driverSaysNothing) {
            return Optional.empty();
        }
        return models.size() == 1 ? models.stream().findFirst() : Optional.empty();
    }
}
