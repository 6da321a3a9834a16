package studio.diorama.render;

import java.util.Set;

/// Turns scenes into frames. May be called from any thread, one frame at a time.
public interface Renderer extends AutoCloseable {

    /// Renders one frame. The same arguments on the same device give the same bits, whatever was rendered before.
    ///
    /// @param layers what is wanted; the object table is always made
    /// @throws studio.diorama.common.DioramaException with `OUT_OF_MEMORY` if the device cannot hold the
    /// scene, with `UNAVAILABLE` if the device is lost: close this renderer and open another
    FrameLayers render(RenderScene scene, Camera camera, Set<Layer> layers, RenderOptions options);

    /// What it runs on, for manifests.
    RenderDevice device();

    @Override
    void close();
}
