/// Measurements of the packaged studio from outside: the web application in a process of its own, asked over HTTP.
///
/// Start reading at [studio.diorama.worker.cli.bench.StudioBenchmark]. To add a figure: measure it in one of the
/// `…Load`
/// classes, or in one of your own, and add its [studio.diorama.worker.cli.bench.Figure] to the list.
package studio.diorama.worker.cli.bench;
