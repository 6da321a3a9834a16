package studio.diorama.worker.cli;

import picocli.CommandLine.Command;

/// Trains a model's weights anew.
@Command(
        name = "train",
        description = "Trains a model's weights. A stopped training goes on where it was, with the same bytes in the"
                + " end.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "MODEL",
        subcommands = TrainNoiseCommand.class)
final class TrainCommand {}
