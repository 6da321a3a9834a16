package studio.diorama.worker.cli;

import picocli.CommandLine.Command;

/// Camera noise without the web.
@Command(
        name = "noise",
        description = "Camera noise: what a real camera adds to a clean picture.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            NoiseApplyCommand.class,
            NoiseScoreCommand.class,
            NoiseCalibrateCommand.class,
            NoiseFitCommand.class,
            NoiseCamerasCommand.class,
            NoiseSimulateCommand.class
        })
final class NoiseCommand {}
