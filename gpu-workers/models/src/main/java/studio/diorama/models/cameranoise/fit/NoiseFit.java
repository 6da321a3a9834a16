package studio.diorama.models.cameranoise.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.ChannelNoise;
import studio.diorama.models.cameranoise.CleanReference;
import studio.diorama.models.cameranoise.Compression;
import studio.diorama.models.cameranoise.IsoNoise;

/// Makes a camera profile from clean/noisy pairs: one [IsoFit] for each ISO, and the compression that most of the
/// noisy files have. Pictures are read one at a time; the same pairs give the same profile.
public final class NoiseFit {

    /// Pixels that a model is tried on in each round, and what all ISOs together may keep in memory.
    private static final long PIXELS_PER_ISO = 1_000_000;

    private static final long PIXELS_IN_ALL = 40_000_000;

    /// Below this the given tone curve is not doubted.
    private static final double GOOD_RESIDUAL = 0.06;

    private static final int CURVE_ROUNDS = 3;

    /// Below this, in codes, there is no bias to explain; and the explanation must take off a tenth of it.
    private static final double GOOD_MEAN_ERROR = 0.1;

    private static final double CLEARLY = 0.9;

    private NoiseFit() {}

    /// The cameras of some pairs, sorted.
    public static List<String> cameras(List<PairFile> pairs) {
        return pairs.stream().map(PairFile::camera).distinct().sorted().toList();
    }

    /// @throws DioramaException where the pairs are of several cameras or none, or a picture does not fit
    public static CameraProfile fit(FitRequest request, Cancellation cancellation, ProgressSink progress) {
        List<String> cameras = cameras(request.pairs());
        if (cameras.size() != 1) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "A profile is fitted from the pairs of one camera, got %d: %s. Choose one of them."
                            .formatted(cameras.size(), String.join(", ", cameras)));
        }
        CameraProfile frame = new CameraProfile(
                CameraProfile.VERSION,
                request.name(),
                request.description(),
                request.provenance(),
                request.toneCurve(),
                request.whiteBalance(),
                compression(request.pairs()),
                CleanReference.NOISE_FREE,
                List.of(noNoise()));
        List<IsoPairs> pairs = read(request, cancellation, progress);
        Attempt best = betterReference(
                request, bestCurve(request, frame, pairs, cancellation, progress), pairs, cancellation, progress);
        List<IsoNoise> levels = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            progress.report("isotropic model", 0.85 + 0.15 * i / pairs.size());
            levels.add(new IsoFit(best.frame(), pairs.get(i), request.threads(), cancellation)
                    .isotropic(best.results().get(i).noise()));
        }
        progress.report("fitted", 1);
        return best.frame().withLevels(levels);
    }

    /// One tone curve and what was fitted with it.
    private record Attempt(CameraProfile frame, List<IsoFit.Result> results) {

        double residual() {
            return results.stream()
                    .mapToDouble(result -> result.noise().fitResidual())
                    .average()
                    .orElse(0);
        }

        double meanError() {
            return results.stream()
                    .mapToDouble(IsoFit.Result::meanError)
                    .average()
                    .orElse(0);
        }
    }

    private static List<IsoPairs> read(FitRequest request, Cancellation cancellation, ProgressSink progress) {
        Map<Integer, List<PairFile>> byIso = request.pairs().stream()
                .collect(Collectors.groupingBy(PairFile::iso, TreeMap::new, Collectors.toList()));
        long pixels = Math.min(PIXELS_PER_ISO, PIXELS_IN_ALL / byIso.size());
        List<IsoPairs> pairs = new ArrayList<>();
        for (Map.Entry<Integer, List<PairFile>> group : byIso.entrySet()) {
            double before = pairs.size();
            ProgressSink part = (stage, fraction) -> progress.report(stage, 0.25 * (before + fraction) / byIso.size());
            pairs.add(IsoPairs.read(
                    request.name(),
                    group.getKey(),
                    group.getValue(),
                    request.convert16Bit(),
                    request.reader(),
                    pixels,
                    cancellation,
                    part));
        }
        return pairs;
    }

    private static Attempt bestCurve(
            FitRequest request,
            CameraProfile frame,
            List<IsoPairs> pairs,
            Cancellation cancellation,
            ProgressSink progress) {
        Attempt best = attempt(request, frame, pairs, cancellation, progress, 0.25, 0.4);
        if (!request.estimateToneCurve() || best.residual() < GOOD_RESIDUAL) {
            return best;
        }
        Attempt last = best;
        for (int round = 0; round < CURVE_ROUNDS; round++) {
            CameraProfile next = frame.withToneCurve(ToneCurveEstimate.of(last.results()));
            double start = 0.4 + 0.4 * round / CURVE_ROUNDS;
            last = attempt(request, next, pairs, cancellation, progress, start, start + 0.4 / CURVE_ROUNDS);
            if (last.residual() < best.residual()) {
                best = last;
            }
        }
        return best;
    }

    /// Clean pictures that are means of files give themselves away: the noise's mean is zero where it should not be.
    private static Attempt betterReference(
            FitRequest request,
            Attempt noiseFree,
            List<IsoPairs> pairs,
            Cancellation cancellation,
            ProgressSink progress) {
        if (noiseFree.meanError() < GOOD_MEAN_ERROR) {
            return noiseFree;
        }
        CameraProfile other = noiseFree.frame().withCleanReference(CleanReference.MEAN_OF_FILES);
        Attempt meanOfFiles = attempt(request, other, pairs, cancellation, progress, 0.8, 0.85);
        return meanOfFiles.meanError() < CLEARLY * noiseFree.meanError() ? meanOfFiles : noiseFree;
    }

    private static Attempt attempt(
            FitRequest request,
            CameraProfile frame,
            List<IsoPairs> pairs,
            Cancellation cancellation,
            ProgressSink progress,
            double start,
            double end) {
        List<IsoFit.Result> results = new ArrayList<>();
        for (IsoPairs group : pairs) {
            progress.report("matching ISO " + group.iso(), start + (end - start) * results.size() / pairs.size());
            results.add(new IsoFit(frame, group, request.threads(), cancellation).heteroscedastic());
        }
        return new Attempt(frame, results);
    }

    private static IsoNoise noNoise() {
        ChannelNoise none = new ChannelNoise(0, 0);
        return new IsoNoise(100, none, none, none, 0, 0, 0);
    }

    private static Compression compression(List<PairFile> pairs) {
        Map<Compression, Long> votes = pairs.stream()
                .map(pair -> JpegTables.read(pair.noisy())
                        .map(Compression.class::cast)
                        .orElseGet(Compression.Lossless::new))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return votes.entrySet().stream()
                .max(Map.Entry.<Compression, Long>comparingByValue()
                        .thenComparing(vote -> vote.getKey().toString(), Comparator.naturalOrder()))
                .orElseThrow()
                .getKey();
    }
}
