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
import studio.diorama.models.cameranoise.Compression;
import studio.diorama.models.cameranoise.IsoNoise;

/// Makes a camera profile from clean/noisy pairs: one [IsoFit] for each ISO, and the compression that most of the noisy
/// files have. Pictures are read one at a time; the same pairs give the same profile.
public final class NoiseFit {

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
        Map<Integer, List<PairFile>> byIso = request.pairs().stream()
                .collect(Collectors.groupingBy(PairFile::iso, TreeMap::new, Collectors.toList()));
        CameraProfile unfitted = profile(request, compression(request.pairs()), List.of(noNoise()));
        List<IsoNoise> levels = new ArrayList<>();
        for (Map.Entry<Integer, List<PairFile>> group : byIso.entrySet()) {
            double before = levels.size() / (double) byIso.size();
            ProgressSink part = (stage, fraction) -> progress.report(stage, before + fraction / byIso.size());
            levels.add(new IsoFit(unfitted, group.getKey(), request.threads())
                    .fit(group.getValue(), request.convert16Bit(), cancellation, part));
        }
        progress.report("fitted", 1);
        return profile(request, unfitted.compression(), levels);
    }

    private static CameraProfile profile(FitRequest request, Compression compression, List<IsoNoise> levels) {
        return new CameraProfile(
                CameraProfile.VERSION,
                request.name(),
                request.description(),
                request.provenance(),
                request.toneCurve(),
                request.whiteBalance(),
                compression,
                levels);
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
