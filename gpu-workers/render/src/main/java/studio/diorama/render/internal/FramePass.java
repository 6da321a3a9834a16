package studio.diorama.render.internal;

import static org.lwjgl.opengl.GL45C.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.diorama.geometry.Bounds;
import studio.diorama.render.Camera;
import studio.diorama.render.FrameLayers;
import studio.diorama.render.Layer;
import studio.diorama.render.Light;
import studio.diorama.render.Plane;
import studio.diorama.render.RenderOptions;
import studio.diorama.render.RenderScene;

/// One frame, step by step: upload, shadow maps, visibility, colour, labels, amodal masks, object table.
final class FramePass implements AutoCloseable {

    private static final Set<Layer> COLOUR = EnumSet.of(Layer.RGB, Layer.RGB_CLEAN, Layer.HDR, Layer.PURITY);
    private static final Set<Layer> LIT = EnumSet.of(
            Layer.LIGHT_DIFFUSE, Layer.LIGHT_SPECULAR, Layer.EMISSION, Layer.FOG, Layer.HDR1, Layer.AO, Layer.SHADOW);
    // Enough for every layer of 512 × 512 at once, and within what every device allows.
    private static final long MOST_RESULT_BYTES = 64L << 20;

    private final Staging staging = new Staging();
    private final GeometryStore geometry = new GeometryStore(staging);
    private final TexelStore texels = new TexelStore(staging);
    private final EnvironmentStore environments = new EnvironmentStore();
    private final DrawList draws = new DrawList(staging);
    private final ShadowMaps shadows = new ShadowMaps();
    private final VisibilityPass visibility = new VisibilityPass();
    private final VisibilityTarget labels = new VisibilityTarget();
    private final VisibilityTarget before = new VisibilityTarget();
    private final VisibilityTarget after = new VisibilityTarget();
    private final ProgramStore programs = new ProgramStore();
    private final ColourPass colour = new ColourPass(programs);
    private final AmodalPass amodal = new AmodalPass();

    private final GlBuffer frameBlock = new GlBuffer(1 << 10);
    private final GlBuffer planesBlock = new GlBuffer(1 << 8);
    private final GlBuffer lights = new GlBuffer(1 << 10);
    private final GlBuffer shadowViews = new GlBuffer(1 << 10);
    private final GlBuffer results = new GlBuffer(1 << 10);
    private final int reflectanceTable = ReflectanceTable.texture();
    private final PlanePool pool = new PlanePool();
    private int distances;
    private int width;
    private int height;

    FramePass() {
        // Depths are near limit over depth, so 0..1, and nearest is greatest: floats are then as fine far as near.
        glClipControl(GL_LOWER_LEFT, GL_ZERO_TO_ONE);
    }

    FrameLayers render(RenderScene scene, Camera camera, Set<Layer> wanted, RenderOptions options) {
        GlErrors.clear();
        boolean coloured = wanted.stream().anyMatch(COLOUR::contains);
        boolean lit = wanted.stream().anyMatch(LIT::contains);
        boolean hazy = scene.weather().hasFog() || scene.weather().hasParticles();
        Canvas canvas = Canvas.of(camera, options.supersampling());

        geometry.beginFrame();
        texels.beginFrame();
        draws.prepare(scene, camera, geometry, texels);
        PreparedEnvironment environment = environments.find(scene.environment());
        LightTable table = lightTable(scene, camera, environment, options, coloured || lit);
        table.upload(lights, shadowViews, staging);
        FrameBlock.upload(frameBlock, staging, scene, camera, options, canvas, environment, table);
        bind(environment);
        shadows.draw(table.views(), draws, options.shadowMapSide());
        shadows.bind();

        visibility.draw(labels, canvas, draws, DrawGroup::isInLabels, 0, SubFrame.CENTRE);
        Features features = Features.of(camera, scene.weather(), options, draws.entries(), table);
        int subFrames = coloured ? colour.draw(camera, options, features, canvas, draws, visibility, labels) : 1;
        Canvas flowCanvas = Canvas.of(camera, 1);
        if (wanted.contains(Layer.FLOW_STATE)) {
            visibility.draw(before, flowCanvas, draws, DrawGroup::isInLabels, 1, SubFrame.CENTRE);
            visibility.draw(after, flowCanvas, draws, DrawGroup::isInLabels, 2, SubFrame.CENTRE);
        }

        EnumSet<Layer> made = EnumSet.of(Layer.INSTANCE);
        made.addAll(wanted);
        if (hazy) {
            made.add(Layer.VISIBILITY);
        }
        Readback readback = new Readback(pool, made, camera.width(), camera.height());
        glBindTextureUnit(10, labels.owners());
        glBindTextureUnit(11, labels.depth());
        glBindTextureUnit(12, before.owners());
        glBindTextureUnit(13, after.owners());
        String layers = Features.wanted(made);
        GlProgram resolver = programs.compute("resolve.comp", features.with(layers, lit ? "LIT" : "UNLIT"));
        GlProgram develop = programs.compute("develop.comp", features.with(layers));
        place(resolver, flowCanvas);
        develop.set("share", 1f / subFrames);
        readStrips(readback, made, camera, resolver, develop, coloured);

        int[] instances = ((Plane.Integers) readback.plane(Layer.INSTANCE)).values();
        float[] haze = hazy ? ((Plane.Floats) readback.plane(Layer.VISIBILITY)).values() : null;
        Map<Integer, AmodalMask> masks = amodal.draw(draws, camera, options, instances);
        Set<Integer> touched = coloured ? colour.touchedInstances(draws) : Set.of();
        GlErrors.requireNone("a frame");
        Map<Layer, Plane> kept = readback.keep(wanted);
        return new FrameLayers(
                camera.width(),
                camera.height(),
                kept,
                ObjectTable.of(scene, camera.width(), camera.height(), instances, haze, masks, touched),
                readback.giver(kept));
    }

    private LightTable lightTable(
            RenderScene scene, Camera camera, PreparedEnvironment environment, RenderOptions options, boolean needed) {
        List<Light> all = new ArrayList<>();
        environment.sun().filter(sun -> sun.lux() > 0).ifPresent(all::add);
        all.addAll(scene.lights());
        Bounds bounds = Bounds.EMPTY;
        if (needed) {
            for (DrawEntry entry : draws.entries()) {
                bounds = bounds.union(entry.worldBounds());
            }
        }
        return LightTable.of(all, camera, bounds, options.shadowMapSide());
    }

    private void bind(PreparedEnvironment environment) {
        frameBlock.bindUniform(0);
        draws.bind();
        lights.bindStorage(2);
        shadowViews.bindStorage(3);
        geometry.bind();
        texels.bind();
        glBindTextureUnit(6, reflectanceTable);
        environment.bind();
    }

    private static void place(GlProgram resolver, Canvas flowCanvas) {
        resolver.set(
                "flowCanvas",
                (float) flowCanvas.scaleX(),
                (float) flowCanvas.scaleY(),
                (float) flowCanvas.shiftX(),
                (float) flowCanvas.shiftY());
        resolver.set("flowSize", flowCanvas.width(), flowCanvas.height());
    }

    private void readStrips(
            Readback readback,
            Set<Layer> made,
            Camera camera,
            GlProgram resolver,
            GlProgram develop,
            boolean coloured) {
        ensureDistances(camera.width(), camera.height());
        ResultPlan plan = ResultPlan.of(made, camera.width(), camera.height(), MOST_RESULT_BYTES);
        plan.upload(planesBlock, staging);
        planesBlock.bindUniform(1);
        results.ensure(plan.words() * 4);
        results.bindStorage(4);
        for (int first = 0; first < camera.height(); first += plan.rows()) {
            int rows = Math.min(plan.rows(), camera.height() - first);
            resolver.set("strip", first, first + rows);
            glBindImageTexture(0, distances, 0, false, 0, GL_WRITE_ONLY, GL_R32F);
            resolver.dispatch(camera.width(), rows);
            if (coloured) {
                develop.set("strip", first, first + rows);
                glBindImageTexture(0, distances, 0, false, 0, GL_READ_ONLY, GL_R32F);
                colour.bindLight();
                develop.dispatch(camera.width(), rows);
            }
            readback.strip(results, plan, first, rows);
        }
    }

    private void ensureDistances(int newWidth, int newHeight) {
        if (newWidth != width || newHeight != height) {
            glDeleteTextures(distances);
            distances = VisibilityTarget.texture(GL_R32F, newWidth, newHeight);
            width = newWidth;
            height = newHeight;
        }
    }

    @Override
    public void close() {
        geometry.close();
        texels.close();
        environments.close();
        draws.close();
        shadows.close();
        visibility.close();
        labels.close();
        before.close();
        after.close();
        colour.close();
        amodal.close();
        programs.close();
        frameBlock.close();
        planesBlock.close();
        lights.close();
        shadowViews.close();
        results.close();
        glDeleteTextures(new int[] {reflectanceTable, distances});
        staging.close();
    }
}
