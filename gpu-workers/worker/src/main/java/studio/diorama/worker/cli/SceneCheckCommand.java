package studio.diorama.worker.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.diorama.common.Cancellation;
import studio.diorama.dataset.report.DatasetReport;

/// Checks a dataset.
@Command(
        name = "check",
        description = "Measures how right a rendered dataset's labels are, from its files and assets alone.")
final class SceneCheckCommand implements Callable<Integer> {

    @Mixin
    private Reporting reporting;

    @Mixin
    private DatasetPlace dataset;

    @Override
    public Integer call() {
        DatasetReport report = dataset.pipeline().check(dataset.folder(), reporting.longProgress(), Cancellation.NEVER);
        String identities = report.identities().entrySet().stream()
                .map(one -> "%n%-24s worst %.3g, limit %.3g %s, failed in %d of %d frames"
                        .formatted(
                                one.getKey(),
                                one.getValue().worst(),
                                one.getValue().limit(),
                                one.getValue().unit(),
                                one.getValue().failed(),
                                one.getValue().frames()))
                .collect(Collectors.joining());
        reporting.answer(
                "%d frames: %d failed, %d missing%s"
                        .formatted(report.frames(), report.failed(), report.missing(), identities),
                report);
        return report.passed() ? 0 : 1;
    }
}
