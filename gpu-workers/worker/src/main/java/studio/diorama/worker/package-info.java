/// The worker process: claim, run, publish.
///
/// Start reading at [Worker], which puts one process together; then `internal/TicketTask`, what happens with one
/// lease, `internal/JobRunner`, what happens with one job, and [JobContext], what a handler is given. What each
/// pipeline does is in `handlers`; [WorkerMain] is the process's front door, and `cli` the command line's.
package studio.diorama.worker;
