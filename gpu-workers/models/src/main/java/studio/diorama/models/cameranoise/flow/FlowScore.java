package studio.diorama.models.cameranoise.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.ParallelBlocks;

/// Every camera and trained ISO, the likeliest first.
///
/// @param ranking at least one
/// @param margin by how much the second is worse than the first, nats per dimension; infinite where there is one only
public record FlowScore(List<Candidate> ranking, double margin) {

    /// Side of the middle of a pair that is looked at: 196,608 numbers tell conditions apart.
    private static final int SIDE = 256;

    public FlowScore {
        ranking = List.copyOf(ranking);
    }

    /// @param camera the flow's name for it
    /// @param iso one that the camera was trained at
    /// @param negativeLogLikelihood nats per dimension
    public record Candidate(String camera, double iso, double negativeLogLikelihood) {}

    static FlowScore of(
            FlowPipeline flow,
            Rgb8Image clean,
            Rgb8Image noisy,
            int threads,
            Cancellation cancellation,
            ProgressSink progress) {
        Rgb8Image cleanMiddle = middle(clean);
        Rgb8Image noisyMiddle = middle(noisy);
        FlowConfig config = flow.weights().config();
        List<FlowCondition> conditions = new ArrayList<>();
        for (int camera = 0; camera < config.cameras().size(); camera++) {
            for (double iso : config.cameras().get(camera).isos()) {
                conditions.add(new FlowCondition(camera, iso));
            }
        }
        Candidate[] candidates = new Candidate[conditions.size()];
        ParallelBlocks.run(candidates.length, threads, cancellation, progress, "scoring", index -> {
            FlowCondition condition = conditions.get(index);
            candidates[index] = new Candidate(
                    config.cameras().get(condition.camera()).name(),
                    condition.iso(),
                    flow.judge(cleanMiddle, noisyMiddle, condition, cancellation)
                            .negativeLogLikelihood());
        });
        List<Candidate> ranking = new ArrayList<>(List.of(candidates));
        ranking.sort(Comparator.comparingDouble(Candidate::negativeLogLikelihood));
        double margin = ranking.size() == 1
                ? Double.POSITIVE_INFINITY
                : ranking.get(1).negativeLogLikelihood() - ranking.get(0).negativeLogLikelihood();
        return new FlowScore(ranking, margin);
    }

    private static Rgb8Image middle(Rgb8Image picture) {
        int width = Math.min(SIDE, picture.width());
        int height = Math.min(SIDE, picture.height());
        int left = (picture.width() - width) / 2;
        int top = (picture.height() - height) / 2;
        byte[] samples = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(
                    picture.samples(), 3 * ((top + y) * picture.width() + left), samples, 3 * y * width, 3 * width);
        }
        return new Rgb8Image(width, height, samples);
    }
}
