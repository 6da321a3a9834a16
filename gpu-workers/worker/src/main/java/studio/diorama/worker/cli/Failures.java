package studio.diorama.worker.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import picocli.CommandLine;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Turns what a command throws into one clear line and exit status 1; the stack trace comes with `--verbose`.
final class Failures implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        DioramaException failure = explained(thrown);
        err.println("diorama: " + failure.getMessage());
        Reporting reporting = Reporting.of(command);
        if (reporting.verbose()) {
            thrown.printStackTrace(err);
        }
        if (reporting.json()) {
            reporting.print(
                    command.getOut(),
                    Map.of("error", Map.of("code", failure.code().name(), "message", failure.getMessage())));
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static DioramaException explained(Exception thrown) {
        return switch (thrown) {
            case DioramaException ours -> ours;
            case UncheckedIOException unchecked -> file(unchecked.getCause());
            case IOException io -> file(io);
            default ->
                new DioramaException(
                        ErrorCode.INTERNAL,
                        "Something went wrong that is not your fault (%s). Run it again with --verbose to see where."
                                .formatted(thrown));
        };
    }

    private static DioramaException file(IOException e) {
        return switch (e) {
            case NoSuchFileException missing ->
                new DioramaException(ErrorCode.NOT_FOUND, "There is no file " + missing.getFile() + ".", e);
            case AccessDeniedException denied ->
                new DioramaException(ErrorCode.FORBIDDEN, "No permission for " + denied.getFile() + ".", e);
            case FileSystemException other ->
                new DioramaException(
                        String.valueOf(other.getReason()).contains("No space left")
                                ? ErrorCode.STORAGE_FULL
                                : ErrorCode.UNAVAILABLE,
                        "%s: %s.".formatted(other.getFile(), other.getReason()),
                        e);
            default -> new DioramaException(ErrorCode.UNAVAILABLE, "Reading or writing failed: " + e.getMessage(), e);
        };
    }
}
