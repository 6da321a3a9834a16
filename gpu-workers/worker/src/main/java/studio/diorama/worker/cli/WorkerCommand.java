package studio.diorama.worker.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.diorama.worker.WorkerMain;

/// Runs a worker until it is told to end.
@Command(
        name = "worker",
        description = {
            "Takes jobs from the queue until it is stopped (Ctrl-C, SIGTERM); running jobs are given back.",
            "Settings come from the environment: DIORAMA_DATA, DIORAMA_DATABASE_URL, DIORAMA_WORKER_THREADS …"
        })
final class WorkerCommand implements Runnable {

    @Mixin
    private Reporting reporting;

    @Option(
            names = WorkerMain.CHILD,
            description = "End when standard input ends: for a process that starts this one as its child.")
    private boolean child;

    @Override
    public void run() {
        WorkerMain.run(child);
    }
}
