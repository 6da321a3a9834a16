package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import studio.diorama.render.Layer;
import studio.diorama.render.Plane;

/// Brings results from the device into the planes of one frame.
final class Readback {

    private final PlanePool pool;
    private final int width;
    private final int height;
    private final Map<Layer, Plane> planes = new EnumMap<>(Layer.class);

    Readback(PlanePool pool, Set<Layer> layers, int width, int height) {
        this.pool = pool;
        this.width = width;
        this.height = height;
        for (Layer layer : layers) {
            int length = Math.multiplyExact(Math.multiplyExact(width, height), layer.channels());
            planes.put(
                    layer,
                    switch (layer.kind()) {
                        case FLOATS -> new Plane.Floats(width, height, layer.channels(), pool.floats(length));
                        case INTEGERS -> new Plane.Integers(width, height, layer.channels(), pool.integers(length));
                    });
        }
    }

    /// Copies one strip of rows, all layers of it in one mapping.
    void strip(GlBuffer results, ResultPlan plan, int firstRow, int rows) {
        ByteBuffer bytes = glMapNamedBufferRange(results.name(), 0, plan.words() * 4, GL_MAP_READ_BIT);
        if (bytes == null) {
            GlErrors.requireNone("reading results");
            throw new IllegalStateException("the graphics device maps no results and names no error");
        }
        bytes.order(ByteOrder.nativeOrder());
        planes.forEach((layer, plane) -> {
            int from = plan.place(layer) * 4;
            int count = rows * width * layer.channels();
            int to = firstRow * width * layer.channels();
            ByteBuffer slice = bytes.slice(from, count * 4).order(ByteOrder.nativeOrder());
            switch (plane) {
                case Plane.Floats floats -> slice.asFloatBuffer().get(floats.values(), to, count);
                case Plane.Integers integers -> slice.asIntBuffer().get(integers.values(), to, count);
            }
        });
        glUnmapNamedBuffer(results.name());
    }

    Plane plane(Layer layer) {
        return planes.get(layer);
    }

    /// The planes that were asked for; the others go back at once.
    Map<Layer, Plane> keep(Set<Layer> wanted) {
        Map<Layer, Plane> kept = new EnumMap<>(Layer.class);
        planes.forEach((layer, plane) -> {
            if (wanted.contains(layer)) {
                kept.put(layer, plane);
            } else {
                give(plane);
            }
        });
        return kept;
    }

    /// What gives planes back, once.
    Runnable giver(Map<Layer, Plane> kept) {
        AtomicBoolean given = new AtomicBoolean();
        return () -> {
            if (given.compareAndSet(false, true)) {
                kept.values().forEach(this::give);
            }
        };
    }

    private void give(Plane plane) {
        switch (plane) {
            case Plane.Floats floats -> pool.give(floats.values());
            case Plane.Integers integers -> pool.give(integers.values());
        }
    }
}
