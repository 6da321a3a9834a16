package studio.diorama.render;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import studio.diorama.common.DioramaException;
import studio.diorama.render.internal.OpenGlRenderer;

/// What renders: a graphics processor, or Mesa's llvmpipe on the processor.
///
/// @param vendor who made the driver
/// @param renderer the device, in the driver's words
/// @param version of OpenGL and the driver
/// @param software whether the processor does the work
public record RenderDevice(String vendor, String renderer, String version, boolean software) {

    public RenderDevice {
        requireNonNull(vendor, "vendor is null");
        requireNonNull(renderer, "renderer is null");
        requireNonNull(version, "version is null");
    }

    /// Whether this machine can render.
    ///
    /// @param device what would be used, empty if nothing can
    /// @param reason why nothing can, empty otherwise
    public record Probe(Optional<RenderDevice> device, String reason) {}

    /// Tries to start a context, and ends it again.
    public static Probe probe() {
        try (Renderer renderer = open()) {
            return new Probe(Optional.of(renderer.device()), "");
        } catch (DioramaException e) {
            return new Probe(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /// Starts a renderer with a context of its own.
    ///
    /// @throws DioramaException with [ErrorCode#UNAVAILABLE] if there is no EGL with OpenGL 4.5; the message
    /// says what to install
    public static Renderer open() {
        return OpenGlRenderer.start();
    }
}
