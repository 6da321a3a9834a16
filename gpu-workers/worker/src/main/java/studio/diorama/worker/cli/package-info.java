/// The command line, `./diorama …`: the same pipeline classes as the web's jobs, without the web.
///
/// Start reading at [DioramaCommand]. To add a command: a class with `@Command`, a [Reporting] mixin, and its name in
/// its parent's `subcommands`.
package studio.diorama.worker.cli;
