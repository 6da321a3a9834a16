package studio.diorama.models.cameranoise.calibration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.imaging.PngWriter;
import studio.diorama.models.cameranoise.data.Burst;
import studio.diorama.models.cameranoise.data.BurstPairs;
import studio.diorama.models.cameranoise.data.Frames;
import studio.diorama.models.cameranoise.fit.PairFile;

/// Pairs for a calibration, made of bursts and written as files of our own.
///
/// @param pairs the frames of a burst count as one scene, so that none is held out while its neighbours are learnt from
/// @param warnings sentences for a person
public record CalibrationPairs(List<PairFile> pairs, List<String> warnings) {

    /// Frames of a burst that become pairs: more show the same scene once more and take time and room.
    private static final int MOST_PAIRS_OF_A_BURST = 32;

    public CalibrationPairs {
        pairs = List.copyOf(pairs);
        warnings = List.copyOf(warnings);
    }

    /// @param folder made where it is absent; the pairs stay in it
    /// @throws studio.diorama.common.DioramaException naming the frame in which something moves, or that lies too
    /// far off
    public static CalibrationPairs of(
            List<Burst> bursts, Path folder, Cancellation cancellation, ProgressSink progress) {
        List<PairFile> pairs = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < bursts.size(); i++) {
            Burst burst = bursts.get(i);
            int before = i;
            BurstPairs.forEach(
                            burst.scene(),
                            Frames.of(burst.frames(), true),
                            MOST_PAIRS_OF_A_BURST,
                            cancellation,
                            (stage, fraction) -> progress.report(
                                    "%s: %s".formatted(burst.scene(), stage), (before + fraction) / bursts.size()),
                            pair -> {
                                Path clean = folder.resolve("clean-%06d.png".formatted(pairs.size()));
                                Path noisy = folder.resolve("noisy-%06d.png".formatted(pairs.size()));
                                PngWriter.write(pair.clean(), clean);
                                PngWriter.write(pair.noisy(), noisy);
                                pairs.add(new PairFile(burst.camera(), burst.iso(), burst.scene(), clean, noisy));
                            })
                    .forEach(warning -> warnings.add(burst.scene() + ": " + warning));
        }
        return new CalibrationPairs(pairs, warnings);
    }
}
