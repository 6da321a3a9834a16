package studio.diorama.models.cameranoise.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.flow.FlowPipeline;
import studio.diorama.models.cameranoise.flow.FlowScore;

/// How often a flow ranks the camera and ISO of a held-out pair first, among all that it knows.
///
/// @param data what the pairs are
/// @param pairs how many were tried
/// @param cameras that could have been named
/// @param conditions cameras with an ISO that could have been named
/// @param cameraShare of pairs whose camera came first, 0 to 1
/// @param cameraAndIsoShare of pairs whose camera and ISO both came first, 0 to 1
/// @param meanMargin by how much the second was worse than the first, nats per dimension
public record MetadataInference(
        String data,
        int pairs,
        int cameras,
        int conditions,
        double cameraShare,
        double cameraAndIsoShare,
        double meanMargin) {

    private static final int MOST_PAIRS = 2;

    /// @param groups whose first held-out pairs are tried where the flow knows the condition
    static MetadataInference of(String data, FlowPipeline flow, List<PairGroup> groups, BenchProgress progress) {
        List<PairFile> asked = new ArrayList<>();
        for (PairGroup group : groups) {
            if (KnownConditions.of(flow, group.camera(), group.iso()).isPresent()) {
                asked.addAll(group.atMost(MOST_PAIRS).split().heldOut());
            }
        }
        int cameraHits = 0;
        int bothHits = 0;
        double margins = 0;
        for (int i = 0; i < asked.size(); i++) {
            PairFile file = asked.get(i);
            LoadedPair pair = LoadedPair.of(file, false);
            FlowScore score = flow.score(
                    pair.clean(),
                    pair.noisy(),
                    Runtime.getRuntime().availableProcessors(),
                    Cancellation.NEVER,
                    ProgressSink.NONE);
            FlowScore.Candidate first = score.ranking().getFirst();
            boolean cameraFound = first.camera().equals(file.camera());
            cameraHits += cameraFound ? 1 : 0;
            bothHits += cameraFound && first.iso() == file.iso() ? 1 : 0;
            margins += score.margin();
            progress.report("telling cameras apart", (i + 1.0) / asked.size());
        }
        MetadataInference result = new MetadataInference(
                data,
                asked.size(),
                flow.weights().config().cameras().size(),
                flow.weights().config().cameras().stream()
                        .mapToInt(camera -> camera.isos().size())
                        .sum(),
                cameraHits / (double) asked.size(),
                bothHits / (double) asked.size(),
                margins / asked.size());
        progress.say(result.toText());
        return result;
    }

    String toText() {
        return String.format(
                Locale.ROOT,
                "  %s: camera ranked first for %.0f %% of %d pairs (chance %.0f %%), camera and ISO for %.0f %% (chance %.0f %%); mean margin %.4f nats/dimension",
                data,
                100 * cameraShare,
                pairs,
                100.0 / cameras,
                100 * cameraAndIsoShare,
                100.0 / conditions,
                meanMargin);
    }
}
