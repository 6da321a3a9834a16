package studio.diorama.dataset.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import studio.diorama.render.Camera;
import studio.diorama.render.FrameLayers;
import studio.diorama.render.Layer;
import studio.diorama.render.Plane;
import studio.diorama.render.RenderDevice;
import studio.diorama.render.RenderOptions;
import studio.diorama.render.RenderScene;
import studio.diorama.render.Renderer;

/// A broken renderer: its ids stand one pixel to the right.
record ShiftingRenderer(Renderer right) implements Renderer {

    @Override
    public FrameLayers render(RenderScene scene, Camera camera, Set<Layer> layers, RenderOptions options) {
        FrameLayers frame = right.render(scene, camera, layers, options);
        Map<Layer, Plane> planes = new EnumMap<>(frame.planes());
        for (Layer layer : new Layer[] {Layer.INSTANCE, Layer.SEMANTIC}) {
            Plane.Integers plane = frame.integers(layer);
            planes.put(layer, new Plane.Integers(plane.width(), plane.height(), 1, Faults.shifted(plane)));
        }
        return new FrameLayers(frame.width(), frame.height(), planes, frame.objects(), frame.reuse());
    }

    @Override
    public RenderDevice device() {
        return right.device();
    }

    @Override
    public void close() {
        right.close();
    }
}
