package studio.diorama.models.cameranoise.flow;

import static java.util.Objects.requireNonNull;

import java.util.List;
import studio.diorama.tensor.Scope;
import studio.diorama.tensor.Tensor;

/// What the network sees of N patches.
///
/// @param scope where constants that a layer needs are made
/// @param noise (N, 3, H, W) dequantised noisy minus dequantised clean, white being 1
/// @param clean (N, 3, H, W) dequantised clean, 0 to 1
/// @param cameras (N, cameras) one-hot
/// @param exposure (N, 2) t and t², t = log2(ISO/100)/5
/// @param isoShares (N, table ISOs) share of each ISO's row, summing to 1; null for `small`, which has no tables
public record FlowBatch(Scope scope, Tensor noise, Tensor clean, Tensor cameras, Tensor exposure, Tensor isoShares) {

    public FlowBatch {
        requireNonNull(scope, "scope is null");
        requireNonNull(noise, "noise is null");
        requireNonNull(clean, "clean is null");
        requireNonNull(cameras, "cameras is null");
        requireNonNull(exposure, "exposure is null");
    }

    /// From numbers in the network's channel order.
    ///
    /// @param noise (N, 3, H, W)
    /// @param clean (N, 3, H, W)
    /// @param conditions N
    public static FlowBatch of(
            Scope scope,
            FlowConfig config,
            float[] noise,
            float[] clean,
            List<FlowCondition> conditions,
            int height,
            int width) {
        int count = conditions.size();
        int cameraCount = config.cameras().size();
        int isoCount = config.tableIsos().size();
        float[] cameras = new float[count * cameraCount];
        float[] exposure = new float[count * 2];
        float[] isoShares = new float[count * isoCount];
        for (int i = 0; i < count; i++) {
            FlowCondition condition = conditions.get(i);
            condition.requireServedBy(config);
            cameras[i * cameraCount + condition.camera()] = 1;
            float t = config.seesIso() ? (float) condition.exposureSteps() : 0;
            exposure[2 * i] = t;
            exposure[2 * i + 1] = t * t;
            if (config.preset() == FlowPreset.PAPER) {
                FlowCondition.TablePlace place = condition.tablePlace(config);
                isoShares[i * isoCount + place.below()] += (float) (1 - place.weightAbove());
                isoShares[i * isoCount + place.above()] += (float) place.weightAbove();
            }
        }
        return new FlowBatch(
                scope,
                scope.of(noise, count, 3, height, width),
                scope.of(clean, count, 3, height, width),
                scope.of(cameras, count, cameraCount),
                scope.of(exposure, count, 2),
                isoCount == 0 ? null : scope.of(isoShares, count, isoCount));
    }

    /// Its first pictures.
    FlowBatch first(long pictures) {
        return new FlowBatch(
                scope,
                noise.slice(0, 0, pictures),
                clean.slice(0, 0, pictures),
                cameras.slice(0, 0, pictures),
                exposure.slice(0, 0, pictures),
                isoShares == null ? null : isoShares.slice(0, 0, pictures));
    }

    public long count() {
        return noise.size(0);
    }

    public long height() {
        return noise.size(2);
    }

    public long width() {
        return noise.size(3);
    }
}
