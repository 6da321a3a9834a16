package studio.diorama.worker.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The root of the command line.
///
/// Exit status: 0 done, 1 failed with a message on standard error, 2 wrong use.
@Command(
        name = "diorama",
        description = "Synthetic data from the command line.",
        mixinStandardHelpOptions = true,
        version = "Diorama 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            WorkerCommand.class,
            NoiseCommand.class,
            SceneCommand.class,
            TrainCommand.class,
            BenchCommand.class
        })
public final class DioramaCommand {

    private DioramaCommand() {}

    public static void main(String[] arguments) {
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.exit(run(
                new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8),
                arguments));
    }

    /// @param out for what was asked for
    /// @param err for everything else
    /// @return the exit status
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine commandLine = new CommandLine(new DioramaCommand());
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setExecutionExceptionHandler(new Failures());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        return commandLine.execute(arguments);
    }
}
