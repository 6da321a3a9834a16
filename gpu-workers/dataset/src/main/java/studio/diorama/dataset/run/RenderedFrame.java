package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import studio.diorama.dataset.frame.ResolvedFrame;
import studio.diorama.render.ObjectPixels;
import studio.diorama.render.Plane;

/// A frame in memory: every camera's layers and table. Each owns its table, so that nothing that is rendered later can
/// change what is written.
///
/// @param frame every value fixed
/// @param cameras in the frame's order
record RenderedFrame(ResolvedFrame frame, List<View> cameras) {

    RenderedFrame {
        requireNonNull(frame, "frame is null");
        cameras = List.copyOf(cameras);
    }

    /// What one camera saw.
    ///
    /// @param planes by the layer's name
    /// @param objects the renderer's table
    record View(Map<studio.diorama.render.Layer, Plane> planes, List<ObjectPixels> objects, Runnable reuse)
            implements AutoCloseable {

        View {
            planes = Map.copyOf(planes);
            objects = List.copyOf(objects);
            requireNonNull(reuse, "reuse is null");
        }

        @Override
        public void close() {
            reuse.run();
        }
    }

    /// Gives the layers' memory back.
    void close() {
        cameras.forEach(View::close);
    }
}
