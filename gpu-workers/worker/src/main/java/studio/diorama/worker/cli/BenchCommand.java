package studio.diorama.worker.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.diorama.models.cameranoise.bench.NoiseBenchmark;

/// Measurements. To add one: a class that prints its figures, and a method here.
@Command(
        name = "bench",
        description = "Measures, and prints what it measured.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BenchCommand.Noise.class})
final class BenchCommand {

    /// Speed of the noise models, and how near they come to real noise.
    @Command(
            name = "noise",
            description = "How fast the noise models draw, and how near they come to real and simulated noise.")
    static final class Noise implements Callable<Integer> {

        @Mixin
        private Reporting reporting;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "A folder with camera-noise/polyu and photos/kodak; what is missing is left out"
                        + " (environment variable DIORAMA_TEST_DATA, else ../shared/data beside the project).")
        private Path data;

        @Override
        public Integer call() {
            Path folder = data != null ? data : TestData.folder();
            if (data != null && !Files.isDirectory(data)) {
                throw reporting.wrongUse("There is no folder " + data + ".");
            }
            NoiseBenchmark.run(folder, System.out);
            return 0;
        }
    }
}
