package studio.diorama.worker.internal;

/// What the worker computes on.
public final class Device {

    private Device() {}

    /// One line for people; the camera noise pipelines need no GPU.
    public static String describe() {
        int cores = Runtime.getRuntime().availableProcessors();
        return "CPU · %d %s".formatted(cores, cores == 1 ? "core" : "cores");
    }
}
