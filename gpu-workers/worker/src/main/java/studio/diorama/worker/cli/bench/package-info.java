/// Measurements of the packaged studio from outside: the web application in a process of its own, asked over HTTP.
///
/// Start reading at [studio.diorama.worker.cli.bench.StudioBenchmark]. To add a figure: measure it beside those of its
/// kind, or in a class of its own, and add its [studio.diorama.worker.cli.bench.Figure] to the list.
package studio.diorama.worker.cli.bench;
