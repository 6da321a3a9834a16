package studio.diorama.worker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.diorama.common.Cancellation;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.CameraProfileCodec;
import studio.diorama.models.cameranoise.Provenance;
import studio.diorama.models.cameranoise.fit.FitRequest;
import studio.diorama.models.cameranoise.fit.NoiseFit;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.fit.PairFolder;

/// Fits a camera's noise from pairs.
@Command(
        name = "fit",
        description = "Fits a camera's noise from clean and noisy pictures of the same scenes. The folder holds clean/"
                + " and noisy/ with files of the same names, or folders CAMERA_ISO with these two, or PolyU's files, or"
                + " SIDD's folders.")
final class NoiseFitCommand implements Callable<Integer> {

    @Mixin
    private Reporting reporting;

    @Option(names = "--pairs", required = true, paramLabel = "DIR", description = "The folder of pairs.")
    private Path pairs;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The profile, usually NAME.camera.json.")
    private Path out;

    @Mixin
    private OwnCameraOptions camera;

    @Option(
            names = "--licence",
            defaultValue = "not stated",
            description = "The licence of the pairs, kept in the profile (${DEFAULT-VALUE}).")
    private String licence;

    @Mixin
    private ThreadsOption threads;

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        Outputs.newFile(out, force);
        List<PairFile> found = camera.ofOneCamera(PairFolder.find(pairs, camera.camera(), camera.iso()), reporting);
        String name = camera.name(found);
        Provenance provenance = new Provenance(
                "%d pairs of the folder %s"
                        .formatted(found.size(), pairs.toAbsolutePath().getFileName()),
                licence,
                "diorama noise fit",
                Version.OF_CODE);
        CameraProfile profile = NoiseFit.fit(
                FitRequest.of(name, "Fitted from %d pairs.".formatted(found.size()), provenance, found)
                        .withThreads(threads.count(reporting)),
                Cancellation.NEVER,
                reporting.progress());
        Files.write(out, CameraProfileCodec.write(profile));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("camera", profile.name());
        document.put("out", out.toString());
        document.put("pairs", found.size());
        document.put("isos", profile.levels().stream().map(level -> level.iso()).toList());
        document.put("sha256", CameraProfileCodec.sha256(profile));
        reporting.answer(
                "%s: %d ISO levels from %d pairs in %s"
                        .formatted(profile.name(), profile.levels().size(), found.size(), out),
                document);
        return 0;
    }
}
