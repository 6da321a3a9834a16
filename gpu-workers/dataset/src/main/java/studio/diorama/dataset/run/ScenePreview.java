package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.Split;
import studio.diorama.dataset.frame.CameraRecord;
import studio.diorama.dataset.frame.FrameRecord;
import studio.diorama.dataset.frame.FrameRecord.DeviceRecord;
import studio.diorama.dataset.sampling.FrameResolver;
import studio.diorama.dataset.scene.SceneDescription;
import studio.diorama.dataset.sheet.ContactSheet;
import studio.diorama.dataset.sheet.SheetLayers;
import studio.diorama.render.Layer;
import studio.diorama.render.Plane;
import studio.diorama.render.RenderOptions;
import studio.diorama.render.Renderer;

/// Frames as pictures for people, each with its labels side by side; nothing is published. Keep one open to show many.
public final class ScenePreview implements AutoCloseable {

    private static final Set<Layer> LAYERS =
            EnumSet.of(Layer.RGB, Layer.INSTANCE, Layer.SEMANTIC, Layer.DEPTH, Layer.NORMAL_CAM);

    private final SceneDescription scene;
    private final SceneAssets assets;
    private final FrameResolver resolver;
    private final ImageNoises noises;
    private final SceneTranslator translator;
    private final Renderer renderer;

    ScenePreview(FrameResolver resolver, ImageNoises noises, Renderer renderer) {
        this.resolver = requireNonNull(resolver, "resolver is null");
        this.scene = resolver.scene();
        this.assets = resolver.assets();
        this.noises = requireNonNull(noises, "noises is null");
        this.translator = new SceneTranslator(assets);
        this.renderer = requireNonNull(renderer, "renderer is null");
    }

    /// A contact sheet of the first camera's view of a frame, as a PNG file.
    public byte[] sheet(long frame) {
        Set<Layer> layers = EnumSet.copyOf(LAYERS);
        if (scene.clip().isPresent()) {
            layers.add(Layer.FLOW_FWD);
        }
        FrameRenderer frames = new FrameRenderer(translator, noises, layers, RenderOptions.DEFAULT);
        RenderedFrame rendered = frames.render(renderer, resolver, frame);
        try {
            return ContactSheet.png(layers(rendered, frame));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            rendered.close();
        }
    }

    /// Labels take the same way through files as a dataset's, so that a preview shows what will be published.
    private SheetLayers layers(RenderedFrame rendered, long frame) throws IOException {
        Path folder = Files.createTempDirectory("diorama-preview");
        try {
            FramePublisher publisher =
                    new FramePublisher(new DatasetFolder(folder), assets, new DeviceRecord("", "", ""), "preview");
            Path aside = publisher.write(rendered);
            FrameRecord record = DatasetFolder.readRecord(aside);
            CameraRecord camera = record.cameras().getFirst();
            LabelledFrames labels = new LabelledFrames(scene, assets);
            LabelledFrame labelled = labels.read(aside, record, camera, frame, Split.TRAIN);
            Path cameraFolder = aside.resolve(camera.id());
            Plane.Integers rgb = (Plane.Integers) LayerFiles.read(cameraFolder, Layer.RGB);
            return new SheetLayers(
                    labelled,
                    labels.info(),
                    LayerValues.colourBytes(rgb.values()),
                    Optional.of(((Plane.Floats) LayerFiles.read(cameraFolder, Layer.NORMAL_CAM)).values()),
                    scene.clip().isPresent()
                            ? Optional.of(((Plane.Floats) LayerFiles.read(cameraFolder, Layer.FLOW_FWD)).values())
                            : Optional.empty());
        } finally {
            FramePublisher.delete(folder);
        }
    }

    @Override
    public void close() {
        renderer.close();
    }
}
