package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.dataset.asset.AssetFiles;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.format.FormatReport;
import studio.diorama.dataset.frame.CameraRecord;
import studio.diorama.dataset.frame.FrameJson;
import studio.diorama.dataset.frame.FrameRecord;
import studio.diorama.dataset.frame.ResolvedFrame;
import studio.diorama.dataset.frame.ResolvedObject;
import studio.diorama.dataset.report.DatasetCheck;
import studio.diorama.dataset.report.DatasetReport;
import studio.diorama.dataset.sampling.DropSimulation;
import studio.diorama.dataset.sampling.FrameResolver;
import studio.diorama.dataset.sampling.JoltDrop;
import studio.diorama.dataset.sampling.SplitPlan;
import studio.diorama.dataset.scene.ObjectRule.PhysicsMode;
import studio.diorama.dataset.scene.SceneDescription;
import studio.diorama.dataset.scene.SceneReader;
import studio.diorama.dataset.statistics.DatasetStatistics;
import studio.diorama.dataset.statistics.DryRun;
import studio.diorama.render.Layer;
import studio.diorama.render.Plane;
import studio.diorama.render.RenderDevice;
import studio.diorama.render.Renderer;

/// All that can be done with a scene: render it to a dataset, preview it, count it, replay and check what was rendered.
/// The command line, the job and REST call this and nothing else.
public final class DatasetPipeline {

    private final Rendering rendering;
    private final ImageNoises noises;
    private final AssetFiles files;

    /// @param rendering where renderers come from
    /// @param noises that scenes may name
    /// @param files where the scene's files are
    public DatasetPipeline(Rendering rendering, ImageNoises noises, AssetFiles files) {
        this.rendering = requireNonNull(rendering, "rendering is null");
        this.noises = requireNonNull(noises, "noises is null");
        this.files = requireNonNull(files, "files is null");
    }

    /// This machine's renderer, the built-in noise, files beside the scene.
    ///
    /// @param sceneFolder the folder that the scene's file is in
    public static DatasetPipeline onThisMachine(Path sceneFolder) {
        return new DatasetPipeline(RenderDevice::open, new ImageNoises(), AssetFiles.in(sceneFolder));
    }

    /// Renders a dataset, or goes on where the same request stopped; then exports, counts and reports.
    ///
    /// @throws DioramaException with [ErrorCode#CONFLICT] where the folder holds another dataset; with
    /// [ErrorCode#DAMAGED] where more than 0.5 % of the frames fail their checks
    public DatasetResult run(DatasetRequest request, Path folder, ProgressSink progress, Cancellation cancellation) {
        DatasetFolder dataset = new DatasetFolder(folder);
        try {
            SceneAssets assets = SceneAssets.load(request.scene(), files);
            SplitPlan splits = new SplitPlan(request.seed(), request.splits(), request.scene(), assets);
            FrameResolver resolver = resolver(request.scene(), assets, request.seed(), request.frames(), splits);
            // Only after the scene has been checked: a refused one leaves no trace in the folder.
            DatasetManifest manifest = begin(dataset, request, assets);
            long start = System.nanoTime();
            DatasetRun run = new DatasetRun(
                    dataset,
                    resolver,
                    new FrameRenderer(new SceneTranslator(assets), noises, request.layers(), request.options()),
                    rendering,
                    request.check(),
                    UUID.randomUUID().toString());
            Map<Long, String> withheld =
                    run.render(0, request.frames(), (stage, done) -> progress.report(stage, 0.8 * done), cancellation);
            double seconds = (System.nanoTime() - start) * 1e-9;
            DatasetReport report = check(
                    dataset,
                    assets,
                    request.frames(),
                    (stage, done) -> progress.report(stage, 0.8 + 0.1 * done),
                    cancellation);
            write(dataset.report(), report);
            if (report.tooManyFailed()) {
                throw new DioramaException(
                        ErrorCode.DAMAGED,
                        "%d of %d frames failed their checks and were withheld (%s): see report.json and quarantine/."
                                .formatted(
                                        report.failed() + report.missing(),
                                        request.frames(),
                                        withheld.values().stream().findFirst().orElse("see the report")));
            }
            progress.report("Writing exports", 0.9);
            Map<String, FormatReport> exports = new DatasetExport(
                            dataset, new LabelledFrames(request.scene(), assets), splits)
                    .write(request.formats(), request.frames(), cancellation);
            DatasetStatistics statistics = new DatasetStatisticsReader(dataset, request.scene()).read(request.frames());
            write(dataset.statistics(), statistics);
            Files.writeString(
                    dataset.card(),
                    DatasetCard.write(manifest, assets, splits, statistics, report, exports),
                    StandardCharsets.UTF_8);
            FramePublisher.delete(dataset.unfinished());
            progress.report("Done", 1);
            return new DatasetResult(manifest, run.published(), seconds, report, statistics, exports);
        } catch (IOException e) {
            throw new DioramaException(
                    ErrorCode.STORAGE_FULL,
                    "The dataset could not be written: %s. The same command goes on where this one stopped."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /// A preview of a scene, open until it is closed.
    public ScenePreview preview(SceneDescription scene, Seed seed, long frames) {
        SceneAssets assets = SceneAssets.load(scene, files);
        return new ScenePreview(
                resolver(scene, assets, seed, frames, SplitPlan.single(scene, assets)), noises, rendering.open());
    }

    /// Statistics of a scene without rendering it.
    public DatasetStatistics statistics(
            SceneDescription scene, Seed seed, long frames, ProgressSink progress, Cancellation cancellation) {
        SceneAssets assets = SceneAssets.load(scene, files);
        return new DryRun(resolver(scene, assets, seed, frames, SplitPlan.single(scene, assets)))
                .run(frames, progress, cancellation);
    }

    /// Renders a published frame again, from its own file, and compares it.
    public ReplayResult replay(Path folder, long frame) {
        DatasetFolder dataset = new DatasetFolder(folder);
        DatasetManifest manifest = DatasetFolder.read(dataset.manifest(), DatasetManifest.class);
        if (frame < 0 || frame >= manifest.frames()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Expected a frame from 0 to %d, for the dataset has %d; got %d."
                            .formatted(manifest.frames() - 1, manifest.frames(), frame));
        }
        FrameRecord record = dataset.readFrame(frame);
        SceneDescription scene = SceneReader.parse(manifest.scene());
        SceneAssets assets = SceneAssets.load(scene, files);
        requireSameAssets(record.frame(), assets);
        List<Layer> layers = layers(record);
        FrameRenderer frames =
                new FrameRenderer(new SceneTranslator(assets), noises, Set.copyOf(layers), manifest.options());
        try (Renderer renderer = rendering.open()) {
            RenderedFrame rendered = frames.render(renderer, record.frame());
            List<String> different = new ArrayList<>();
            for (int camera = 0; camera < record.cameras().size(); camera++) {
                compare(record.cameras().get(camera), rendered.cameras().get(camera), different);
            }
            rendered.close();
            FrameResolver resolver = resolver(
                    scene,
                    assets,
                    new Seed(manifest.seed()),
                    manifest.frames(),
                    new SplitPlan(new Seed(manifest.seed()), manifest.shares(), scene, assets));
            ResolvedFrame drawn = resolver.resolve(frame, tries(record.frame()));
            return new ReplayResult(
                    frame,
                    drawn.objects().equals(record.frame().objects())
                            && drawn.cameras().equals(record.frame().cameras()),
                    layers.size() * record.cameras().size(),
                    different,
                    renderer.device().renderer().equals(record.device().renderer())
                            && renderer.device()
                                    .version()
                                    .equals(record.device().version()));
        }
    }

    /// Checks a published dataset without rendering anything, and writes its `report.json` anew.
    public DatasetReport check(Path folder, ProgressSink progress, Cancellation cancellation) {
        DatasetFolder dataset = new DatasetFolder(folder);
        DatasetManifest manifest = DatasetFolder.read(dataset.manifest(), DatasetManifest.class);
        SceneAssets assets = SceneAssets.load(SceneReader.parse(manifest.scene()), files);
        DatasetReport report = check(dataset, assets, manifest.frames(), progress, cancellation);
        try {
            write(dataset.report(), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return report;
    }

    private static DatasetReport check(
            DatasetFolder dataset, SceneAssets assets, long frames, ProgressSink progress, Cancellation cancellation) {
        return new DatasetCheck(dataset, assets).check(frames, progress, cancellation);
    }

    private FrameResolver resolver(
            SceneDescription scene, SceneAssets assets, Seed seed, long frames, SplitPlan splits) {
        boolean falls = scene.objects().stream().anyMatch(object -> object.physics() == PhysicsMode.DROP);
        DropSimulation drop = falls
                ? new JoltDrop()
                : bodies -> bodies.stream().map(DropSimulation.Body::pose).toList();
        FrameResolver resolver = new FrameResolver(scene, assets, drop, seed, frames, splits);
        SceneChecks.check(resolver, noises);
        return resolver;
    }

    /// Reads or writes the manifest.
    private static DatasetManifest begin(DatasetFolder dataset, DatasetRequest request, SceneAssets assets)
            throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        assets.all().forEach(asset -> hashes.put(asset.name(), asset.sha256()));
        Map<String, Integer> splits = new TreeMap<>();
        request.splits().forEach((split, share) -> splits.put(split.folder(), share));
        DatasetManifest asked = new DatasetManifest(
                DatasetManifest.FORMAT,
                CodeVersion.CURRENT,
                request.scene().hash(),
                request.scene().source(),
                request.seed().value(),
                request.frames(),
                request.layers().stream().sorted().map(Layer::fileName).toList(),
                request.formats().stream().map(format -> format.key()).sorted().toList(),
                splits,
                request.options().withSeed(0),
                hashes);
        Files.createDirectories(dataset.root());
        if (Files.exists(dataset.manifest())) {
            DatasetFolder.read(dataset.manifest(), DatasetManifest.class).requireSame(asked);
        }
        write(dataset.manifest(), asked);
        return asked;
    }

    private static void write(Path file, Object record) throws IOException {
        Path aside = file.resolveSibling("." + file.getFileName() + ".unfinished");
        Files.write(aside, FrameJson.mapper().writeValueAsBytes(record));
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void requireSameAssets(ResolvedFrame frame, SceneAssets assets) {
        for (ResolvedObject object : frame.objects()) {
            if (!assets.get(object.asset()).sha256().equals(object.assetHash())) {
                throw new DioramaException(
                        ErrorCode.CHECKSUM_MISMATCH,
                        "The asset '%s' has changed since frame %d was rendered: put the old one back."
                                .formatted(object.asset(), frame.frame()));
            }
        }
    }

    private static Map<String, Integer> tries(ResolvedFrame frame) {
        Map<String, Integer> tries = new HashMap<>();
        frame.objects().forEach(object -> tries.put(object.id(), object.tries() - 1));
        frame.dropped().forEach(id -> tries.put(id, Integer.MAX_VALUE));
        return tries;
    }

    private static List<Layer> layers(FrameRecord record) {
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            if (record.cameras().getFirst().layers().containsKey(layer.fileName())) {
                layers.add(layer);
            }
        }
        return layers;
    }

    private static void compare(CameraRecord record, RenderedFrame.View view, List<String> different) {
        for (Map.Entry<Layer, Plane> plane : view.planes().entrySet()) {
            String name = plane.getKey().fileName();
            if (!LayerValues.hash(plane.getKey(), plane.getValue())
                    .equals(record.layers().get(name))) {
                different.add(record.id() + "/" + name);
            }
        }
    }
}
