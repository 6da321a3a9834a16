package studio.diorama.worker.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.CameraCatalogue;
import studio.diorama.models.cameranoise.CameraNoiseConfig;
import studio.diorama.models.cameranoise.CameraNoisePipeline;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.CameraProfileCodec;
import studio.diorama.models.cameranoise.NoiseModel;
import studio.diorama.models.cameranoise.NoiseModels;
import studio.diorama.models.cameranoise.NoisePair;
import studio.diorama.models.cameranoise.NoiseRecipe;
import studio.diorama.models.cameranoise.NoiseSource;
import studio.diorama.models.cameranoise.PairedDatasetWriter;
import studio.diorama.models.cameranoise.flow.FlowPipeline;

/// Adds a camera's noise to pictures.
@Command(
        name = "apply",
        description =
                "Adds a camera's noise to pictures. The output folder gets noisy/, clean/ and level/ (the standard"
                        + " deviation of the noise, 256 per 8-bit level) with one PNG a picture, and manifest.json. The same seed"
                        + " gives the same bytes.")
final class NoiseApplyCommand implements Callable<Integer> {

    @Mixin
    private Reporting reporting;

    @Parameters(arity = "1..*", paramLabel = "IN", description = "Pictures, or folders of pictures.")
    private List<Path> inputs;

    @ArgGroup(multiplicity = "1")
    private Camera camera;

    /// Exactly one of the two.
    static final class Camera {
        @Option(
                names = "--camera",
                paramLabel = "NAME",
                description = "A built-in camera, see: noise cameras. Given several times, each picture is dealt one.")
        private List<String> names = List.of();

        @Option(names = "--profile", paramLabel = "FILE", description = "A camera of your own, made by: noise fit")
        private Path profile;
    }

    @Option(
            names = "--iso",
            converter = IsoOption.Converter.class,
            defaultValue = "photo",
            paramLabel = "N|LOW-HIGH|photo",
            description = "The ISO; a range draws one for each picture; “photo” takes what each picture's EXIF states"
                    + " (${DEFAULT-VALUE}).")
    private IsoOption iso;

    @Option(
            names = "--model",
            defaultValue = "heteroscedastic",
            description = "heteroscedastic, isotropic or flow (${DEFAULT-VALUE}).")
    private String model;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description = "Weights of the flow: ours, or a checkpoint of the published one (the built-in ones).")
    private Path weights;

    @Option(
            names = "--copies",
            defaultValue = "1",
            paramLabel = "N",
            description = "Noisy pictures of each picture, each with noise of its own (${DEFAULT-VALUE}).")
    private int copies;

    @Option(names = "--seed", defaultValue = "0", description = "What the noise is drawn from (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files go.")
    private Path out;

    @Option(
            names = "--bit-depth",
            defaultValue = "8",
            paramLabel = "8|16|both",
            description = "Bits per channel of the noisy pictures (${DEFAULT-VALUE}).")
    private String bitDepth;

    @Option(names = "--dataset", paramLabel = "FILE.zip", description = "Also write everything into one zip file.")
    private Path dataset;

    @Mixin
    private ThreadsOption threads;

    @Option(names = "--force", description = "Write over files that are there.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        CameraNoiseConfig config = config();
        List<NoiseSource> sources = PictureFiles.sources(inputs);
        Optional<Path> zip = Optional.ofNullable(dataset).map(file -> Outputs.newFile(file, force));
        Path folder = Outputs.newFolder(out, force);
        List<Map<String, Object>> pictures = new ArrayList<>();
        long begun = System.nanoTime();
        try (PairedDatasetWriter files = PairedDatasetWriter.toFolder(folder, Version.OF_CODE);
                OutputStream stream = zip.isPresent()
                        ? new BufferedOutputStream(Files.newOutputStream(zip.get()))
                        : OutputStream.nullOutputStream();
                PairedDatasetWriter archive = PairedDatasetWriter.toZip(stream, Version.OF_CODE)) {
            CameraNoisePipeline.run(
                    config,
                    sources,
                    pair -> {
                        files.accept(pair);
                        archive.accept(pair);
                        pictures.add(described(pair));
                    },
                    Cancellation.NEVER,
                    reporting.progress());
            files.finish();
            archive.finish();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        report(config, pictures, zip, seconds);
        return 0;
    }

    private CameraNoiseConfig config() throws IOException {
        Optional<FlowPipeline> flow = flow();
        List<CameraProfile> profiles = profiles(flow);
        try {
            NoiseModel law = flow.isPresent() ? flow.get() : NoiseModels.byName(model);
            return new CameraNoiseConfig(
                    profiles.stream()
                            .map(profile -> new NoiseRecipe(law, profile, iso.choice()))
                            .toList(),
                    copies,
                    new Seed(seed),
                    depth(),
                    true,
                    threads.count(reporting));
        } catch (DioramaException e) {
            throw reporting.wrongUse(e.getMessage());
        }
    }

    private Optional<FlowPipeline> flow() {
        if (!model.equals(FlowPipeline.NAME)) {
            if (weights != null) {
                throw reporting.wrongUse("--weights are those of a flow: give --model flow too.");
            }
            return Optional.empty();
        }
        return Optional.of(FlowPipeline.ofFileOrBuiltIn(Optional.ofNullable(weights)));
    }

    /// A flow knows its cameras by their names.
    private List<CameraProfile> profiles(Optional<FlowPipeline> flow) throws IOException {
        if (camera.profile != null) {
            try (InputStream json = Files.newInputStream(camera.profile)) {
                return List.of(
                        CameraProfileCodec.read(camera.profile.getFileName().toString(), json));
            }
        }
        try {
            return camera.names.stream()
                    .map(name -> flow.isPresent() ? flow.get().profile(name) : CameraCatalogue.byName(name))
                    .toList();
        } catch (DioramaException e) {
            throw reporting.wrongUse(e.getMessage());
        }
    }

    private CameraNoiseConfig.OutputDepth depth() {
        return switch (bitDepth) {
            case "8" -> CameraNoiseConfig.OutputDepth.EIGHT;
            case "16" -> CameraNoiseConfig.OutputDepth.SIXTEEN;
            case "both" -> CameraNoiseConfig.OutputDepth.BOTH;
            default -> throw reporting.wrongUse("--bit-depth is 8, 16 or both, got “%s”.".formatted(bitDepth));
        };
    }

    private static Map<String, Object> described(NoisePair pair) {
        Map<String, Object> picture = new LinkedHashMap<>();
        picture.put("name", pair.name());
        picture.put("width", pair.width());
        picture.put("height", pair.height());
        picture.put("camera", pair.camera());
        picture.put("iso", pair.iso());
        picture.put(
                "files",
                pair.files().stream()
                        .map(file ->
                                Map.of("path", file.folder() + "/" + pair.name() + ".png", "sha256", file.sha256()))
                        .toList());
        return picture;
    }

    private void report(
            CameraNoiseConfig config, List<Map<String, Object>> pictures, Optional<Path> zip, double seconds) {
        Map<String, Object> document = new LinkedHashMap<>();
        List<CameraProfile> profiles =
                config.recipes().stream().map(NoiseRecipe::profile).toList();
        String cameras = profiles.stream().map(CameraProfile::name).collect(Collectors.joining(", "));
        if (profiles.size() == 1) {
            document.put("camera", cameras);
            document.put("profileSha256", CameraProfileCodec.sha256(profiles.getFirst()));
        }
        document.put(
                "cameras",
                profiles.stream()
                        .map(profile ->
                                Map.of("name", profile.name(), "profileSha256", CameraProfileCodec.sha256(profile)))
                        .toList());
        document.put("model", model);
        document.put("seed", Long.toString(seed));
        document.put("out", out.toString());
        zip.ifPresent(file -> document.put("dataset", file.toString()));
        document.put("pictures", pictures);
        document.put("seconds", seconds);
        reporting.answer(
                "%d pictures with the noise of %s in %s%s, %.1f s"
                        .formatted(
                                pictures.size(),
                                cameras,
                                out,
                                zip.map(file -> " and " + file).orElse(""),
                                seconds),
                document);
    }
}
