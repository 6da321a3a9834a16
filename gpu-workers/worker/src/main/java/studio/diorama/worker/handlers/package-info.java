/// What each pipeline's jobs do, one class each: inputs from the project, the pipeline's own class in the middle,
/// results into the artifact store. The command line calls the same pipeline classes.
package studio.diorama.worker.handlers;
