package studio.diorama.worker.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.diorama.common.Cancellation;
import studio.diorama.common.Seed;
import studio.diorama.dataset.format.LabelFormat;
import studio.diorama.dataset.run.DatasetRequest;
import studio.diorama.dataset.run.DatasetResult;

/// Renders a dataset.
@Command(
        name = "render",
        description =
                "Renders a scene's frames with their labels, checks every label, and writes the formats asked for."
                        + " Stopped, the same command goes on where it was.")
final class SceneRenderCommand implements Callable<Integer> {

    @Mixin
    private Reporting reporting;

    @Mixin
    private SceneFile scene;

    @Option(names = "--frames", required = true, paramLabel = "N", description = "How many frames the dataset has.")
    private long frames;

    @Option(names = "--seed", defaultValue = "0", description = "Of everything that is drawn (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The dataset's folder.")
    private Path out;

    @Option(
            names = "--layers",
            split = ",",
            defaultValue = "rgb,depth,normal_cam,instance,semantic",
            paramLabel = "LAYER",
            description = "Which layers are written, or “all” (${DEFAULT-VALUE}).")
    private List<String> layers;

    @Option(names = "--formats", split = ",", paramLabel = "FORMAT", description = "Label formats, such as coco,yolo.")
    private List<String> formats = List.of();

    @Override
    public Integer call() {
        DatasetResult result = SceneFile.usedRightly(reporting, this::render);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("out", out.toString());
        document.put("frames", frames);
        document.put("rendered", result.rendered());
        document.put("seconds", result.seconds());
        document.put("failed", result.report().failed());
        document.put("merkleRoot", result.report().merkleRoot());
        document.put("formats", result.exports().keySet());
        reporting.answer(
                "%d frames in %s, %d of them rendered now in %.1f s; %d failed their checks"
                        .formatted(
                                frames,
                                out,
                                result.rendered(),
                                result.seconds(),
                                result.report().failed()),
                document);
        return 0;
    }

    private DatasetResult render() {
        DatasetRequest request = DatasetRequest.of(
                        scene.read(), frames, new Seed(seed), DatasetRequest.layersNamed(layers))
                .withFormats(formats.stream().map(LabelFormat::named).toList());
        return scene.pipeline().run(request, out, reporting.longProgress(), Cancellation.NEVER);
    }
}
