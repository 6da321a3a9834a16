package studio.diorama.worker.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import studio.diorama.common.ProgressSink;

/// What every command's answer has in common: `--json`, `--verbose`, `--help`, progress.
final class Reporting {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", description = "One JSON document on standard output, all else on standard error.")
    private boolean json;

    @Option(names = "--verbose", description = "Show where a failure came from.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "This help.")
    private boolean help;

    /// The reporting of the command that was run; a quiet one if it has none.
    static Reporting of(CommandLine command) {
        return command.getMixins().values().stream()
                .filter(Reporting.class::isInstance)
                .map(Reporting.class::cast)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(Reporting::new);
    }

    boolean json() {
        return json;
    }

    boolean verbose() {
        return verbose;
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }

    /// The answer: for people, or the whole as JSON.
    void answer(String text, Object document) {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            print(out, document);
        } else {
            out.println(text);
            out.flush();
        }
    }

    void print(PrintWriter out, Object document) {
        try {
            out.println(JSON.writeValueAsString(document));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer is plain data", e);
        }
    }

    /// Something in the options that cannot be, exit status 2.
    CommandLine.ParameterException wrongUse(String message) {
        return new CommandLine.ParameterException(command.commandLine(), message);
    }

    /// A bar on a terminal, nothing elsewhere.
    ProgressSink progress() {
        Console console = System.console();
        return console != null && console.isTerminal() ? new ProgressBar(err()) : ProgressSink.NONE;
    }

    /// For work that takes long: a bar on a terminal, elsewhere a line now and then.
    ProgressSink longProgress() {
        ProgressSink bar = progress();
        return bar == ProgressSink.NONE ? new ProgressLines(err()) : bar;
    }
}
