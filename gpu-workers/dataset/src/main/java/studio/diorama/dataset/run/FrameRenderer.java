package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.diorama.common.Seed;
import studio.diorama.dataset.frame.ResolvedCamera;
import studio.diorama.dataset.frame.ResolvedFrame;
import studio.diorama.dataset.frame.ResolvedObject;
import studio.diorama.dataset.sampling.FrameResolver;
import studio.diorama.dataset.scene.Constraints;
import studio.diorama.dataset.scene.SceneClass;
import studio.diorama.dataset.scene.SceneDescription;
import studio.diorama.render.FrameLayers;
import studio.diorama.render.Layer;
import studio.diorama.render.ObjectPixels;
import studio.diorama.render.Plane;
import studio.diorama.render.RenderOptions;
import studio.diorama.render.RenderScene;
import studio.diorama.render.Renderer;

/// Renders frames: draws them, and draws again what is not seen well enough.
final class FrameRenderer {

    private final SceneTranslator translator;
    private final ImageNoises noises;
    private final Set<Layer> layers;
    private final RenderOptions options;

    FrameRenderer(SceneTranslator translator, ImageNoises noises, Set<Layer> layers, RenderOptions options) {
        this.translator = requireNonNull(translator, "translator is null");
        this.noises = requireNonNull(noises, "noises is null");
        this.layers = Set.copyOf(layers);
        this.options = requireNonNull(options, "options is null");
    }

    /// Draws and renders a frame until its constraints hold.
    RenderedFrame render(Renderer renderer, FrameResolver resolver, long number) {
        Map<String, Integer> tries = new HashMap<>();
        while (true) {
            RenderedFrame rendered = render(renderer, resolver.resolve(number, tries));
            List<ResolvedObject> unseen = unseen(rendered, resolver.scene());
            if (unseen.isEmpty()) {
                return rendered;
            }
            rendered.close();
            unseen.forEach(object -> tries.put(object.id(), object.tries()));
        }
    }

    /// Renders a frame as it is.
    RenderedFrame render(Renderer renderer, ResolvedFrame frame) {
        RenderScene scene = translator.scene(frame);
        List<RenderedFrame.View> views = new ArrayList<>();
        for (ResolvedCamera camera : frame.cameras()) {
            Seed particles = new Seed(frame.seed()).child("frame/" + frame.frame() + "/particles/" + camera.id());
            FrameLayers rendered =
                    renderer.render(scene, translator.camera(camera), rendered(), options.withSeed(particles.value()));
            views.add(new RenderedFrame.View(noisy(rendered, camera), rendered.objects(), rendered::close));
        }
        return new RenderedFrame(frame, views);
    }

    /// Noise is ours, so the renderer gives the clean picture alone.
    private Set<Layer> rendered() {
        Set<Layer> asked = new HashSet<>(layers);
        if (asked.remove(Layer.RGB)) {
            asked.add(Layer.RGB_CLEAN);
        }
        return asked;
    }

    private Map<Layer, Plane> noisy(FrameLayers rendered, ResolvedCamera camera) {
        Map<Layer, Plane> planes = new EnumMap<>(rendered.planes());
        if (layers.contains(Layer.RGB)) {
            Plane.Integers clean = rendered.integers(Layer.RGB_CLEAN);
            int[] noisy = noises.apply(clean.width(), clean.height(), clean.values(), camera.noise());
            planes.put(Layer.RGB, new Plane.Integers(clean.width(), clean.height(), 1, noisy));
        }
        if (!layers.contains(Layer.RGB_CLEAN)) {
            planes.remove(Layer.RGB_CLEAN);
        }
        return planes;
    }

    /// Things that no camera sees well enough, and that another try may show better.
    private static List<ResolvedObject> unseen(RenderedFrame rendered, SceneDescription scene) {
        if (!scene.constraints().needPixels()) {
            return List.of();
        }
        Set<Integer> things = new HashSet<>();
        scene.classes().stream()
                .filter(known -> known.kind() == SceneClass.Kind.THING)
                .forEach(known -> things.add(known.id()));
        return rendered.frame().objects().stream()
                .filter(object -> things.contains(object.classId()))
                .filter(object -> rendered.cameras().stream()
                        .noneMatch(view -> isSeen(view, object.instance(), scene.constraints())))
                .toList();
    }

    private static boolean isSeen(RenderedFrame.View view, int instance, Constraints constraints) {
        for (ObjectPixels row : view.objects()) {
            if (row.id() == instance) {
                double share = row.pxAll() == 0 ? 0 : (double) row.pxVisible() / row.pxAll();
                return row.pxVisible() >= constraints.minVisiblePixels() && share >= constraints.minVisibility();
            }
        }
        // Objects without labels have no row, and nothing to fulfil.
        return true;
    }
}
