package studio.diorama.worker.cli;

import picocli.CommandLine.Command;

/// Labelled datasets without the web.
@Command(
        name = "scene",
        description = "Labelled datasets: frames of a scene with exact labels.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SceneRenderCommand.class,
            ScenePreviewCommand.class,
            SceneStatsCommand.class,
            SceneReplayCommand.class,
            SceneCheckCommand.class
        })
final class SceneCommand {}
