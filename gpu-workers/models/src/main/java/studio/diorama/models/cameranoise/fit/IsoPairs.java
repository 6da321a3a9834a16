package studio.diorama.models.cameranoise.fit;

import java.util.ArrayList;
import java.util.List;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.PhotoReader;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.NoiseCondition;
import studio.diorama.models.cameranoise.NoiseModel;
import studio.diorama.models.cameranoise.NoiseOptions;

/// What the fit keeps of the pairs at one ISO: the measured noise of all of them, and as much of the clean pictures as
/// models are tried on.
///
/// @param iso the ISO
/// @param measured the noise of the pairs
/// @param bins the same by clean intensity, for each channel
/// @param cleans top left corners of the clean pictures, so that a JPEG's blocks stay where they were
record IsoPairs(int iso, CleanNoisyCounts measured, List<List<IntensityBin>> bins, List<CleanPicture> cleans) {

    private static final int BLOCK = 16;
    private static final int SMALLEST_SIDE = 64;

    /// @param pixels about how many pixels of clean pictures are kept
    static IsoPairs read(
            String camera,
            int iso,
            List<PairFile> pairs,
            boolean convert16Bit,
            PhotoReader reader,
            long pixels,
            Cancellation cancellation,
            ProgressSink progress) {
        int side = Math.max(SMALLEST_SIDE, (int) Math.sqrt((double) pixels / pairs.size()) / BLOCK * BLOCK);
        CleanNoisyCounts measured = new CleanNoisyCounts();
        List<CleanPicture> cleans = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            cancellation.throwIfRequested();
            LoadedPair pair = LoadedPair.of(pairs.get(i), convert16Bit, reader);
            measured.add(CleanPicture.of(pair.clean()), pair.noisy());
            if ((long) cleans.size() * side * side < pixels) {
                cleans.add(CleanPicture.of(pair.corner(side).clean()));
            }
            progress.report("reading ISO " + iso, (i + 1.0) / pairs.size());
        }
        List<List<IntensityBin>> bins = new ArrayList<>();
        for (int channel = 0; channel < 3; channel++) {
            bins.add(IntensityBin.of(measured, channel));
            if (bins.get(channel).isEmpty()) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "The pairs of camera \"%s\" at ISO %d are too small: at least 200 pixels away from edges are needed."
                                .formatted(camera, iso));
            }
        }
        return new IsoPairs(iso, measured, List.copyOf(bins), List.copyOf(cleans));
    }

    /// What a model makes of the clean pictures. The seed is the same every time, so that what changes between two
    /// tries is the profile alone.
    CleanNoisyCounts draw(NoiseModel model, CameraProfile profile, int threads, Cancellation cancellation) {
        NoiseCondition condition = new NoiseCondition(profile, iso);
        CleanNoisyCounts counts = new CleanNoisyCounts();
        for (int i = 0; i < cleans.size(); i++) {
            NoiseOptions options =
                    NoiseOptions.of(new Seed(0).child("fit/" + i)).withThreads(threads);
            Rgb8Image clean = cleans.get(i).picture();
            Rgb8Image noisy = (Rgb8Image) model.apply(clean, condition, options, cancellation, ProgressSink.NONE)
                    .noisy();
            counts.add(cleans.get(i), noisy);
        }
        return counts;
    }
}
