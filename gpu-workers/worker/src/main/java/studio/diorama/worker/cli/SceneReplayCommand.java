package studio.diorama.worker.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.diorama.dataset.run.ReplayResult;

/// Renders a frame again.
@Command(name = "replay", description = "Renders one frame again from its own file and compares every layer's hash.")
final class SceneReplayCommand implements Callable<Integer> {

    @Mixin
    private Reporting reporting;

    @Mixin
    private DatasetPlace dataset;

    @Option(names = "--frame", required = true, paramLabel = "K", description = "Which frame.")
    private long frame;

    @Override
    public Integer call() {
        ReplayResult result = dataset.pipeline().replay(dataset.folder(), frame);
        reporting.answer(
                result.matches()
                        ? "Frame %d came out the same in %d layers".formatted(frame, result.layers())
                        : "Frame %d differs%s in %s%s"
                                .formatted(
                                        frame,
                                        result.sameValues() ? "" : " in what was drawn, and",
                                        result.different().isEmpty()
                                                ? "no layer"
                                                : String.join(", ", result.different()),
                                        result.sameDevice() ? "" : "; it was rendered by another driver or device"),
                result);
        return result.matches() ? 0 : 1;
    }
}
