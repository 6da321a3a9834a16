package studio.diorama.dataset.run;

import studio.diorama.render.Renderer;

/// Where renderers come from: one for each worker, and a fresh one when a frame came out wrong.
@FunctionalInterface
public interface Rendering {

    /// @throws studio.diorama.common.DioramaException with `UNAVAILABLE` where this machine cannot render
    Renderer open();
}
