package studio.diorama.imaging.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What the operating system offers to keep a child process in: found out once by trying, and done without
/// elsewhere.
///
/// @param command stands before the child's own command
/// @param descriptions of what holds, for a person
record Fences(List<String> command, List<String> descriptions) {

    /// Far more than the pictures between two restarts need: it ends a child that spins on after its parent was
    /// killed.
    static final long CPU_SECONDS = 1_800;

    private static final long FILE_BYTES = 1L << 30;
    private static final long NATIVE_BYTES = 1L << 30;

    Fences {
        command = List.copyOf(requireNonNull(command, "command is null"));
        descriptions = List.copyOf(requireNonNull(descriptions, "descriptions is null"));
    }

    static Fences around(long heapBytes) {
        List<String> command = new ArrayList<>();
        List<String> descriptions = new ArrayList<>();
        List<String> limits = List.of(
                "prlimit",
                "--cpu=" + CPU_SECONDS,
                "--fsize=" + FILE_BYTES,
                "--core=0",
                "--data=" + (heapBytes + NATIVE_BYTES));
        if (Offered.PRLIMIT) {
            command.addAll(limits);
            descriptions.add("%d s of processor time, %d MiB of memory in all and %d MiB a file (prlimit)"
                    .formatted(CPU_SECONDS, (heapBytes + NATIVE_BYTES) >> 20, FILE_BYTES >> 20));
        }
        if (!Offered.NO_NETWORK.isEmpty()) {
            command.addAll(Offered.NO_NETWORK);
            descriptions.add("no network (unshare)");
        }
        return new Fences(command, descriptions);
    }

    /// What was found on first use.
    private static final class Offered {

        private static final boolean PRLIMIT = works(List.of("prlimit", "--cpu=60", "--core=0"));
        private static final List<String> NO_NETWORK = noNetwork();

        private static List<String> noNetwork() {
            List<String> privileged = List.of("unshare", "-n", "--");
            // Without privileges a user name space of its own is needed first.
            List<String> unprivileged = List.of("unshare", "-r", "-n", "--");
            if (works(privileged)) {
                return privileged;
            }
            return works(unprivileged) ? unprivileged : List.of();
        }

        private static boolean works(List<String> fence) {
            List<String> command = new ArrayList<>(fence);
            command.add("true");
            try {
                Process trial = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (!trial.waitFor(5, TimeUnit.SECONDS)) {
                    trial.destroyForcibly();
                    return false;
                }
                return trial.exitValue() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
