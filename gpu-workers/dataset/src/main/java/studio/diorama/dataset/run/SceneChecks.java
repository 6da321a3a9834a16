package studio.diorama.dataset.run;

import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.format.Distortion;
import studio.diorama.dataset.frame.ResolvedCamera;
import studio.diorama.dataset.frame.ResolvedFrame;
import studio.diorama.dataset.frame.ResolvedObject;
import studio.diorama.dataset.sampling.FrameResolver;

/// What can be found wrong before the first frame is rendered: the first few frames are drawn and looked at.
final class SceneChecks {

    private static final int FRAMES = 4;

    /// Points along the diagonal of a picture at which distortion must not fold.
    private static final int STEPS = 64;

    private SceneChecks() {}

    /// @throws DioramaException with [ErrorCode#INVALID_INPUT], naming what to change
    static void check(FrameResolver resolver, ImageNoises noises) {
        for (long k = 0; k < Math.min(FRAMES, resolver.frames()); k++) {
            ResolvedFrame frame = resolver.resolve(k);
            for (ResolvedObject object : frame.objects()) {
                if (!object.material().texture().isEmpty()) {
                    MaterialTranslator.named(object.material().texture());
                }
            }
            for (ResolvedCamera camera : frame.cameras()) {
                noises.check(camera.noise());
                requireUnfolded(camera);
            }
        }
    }

    /// Seen from the middle outwards, distorted radius must grow: else one pixel would show two directions.
    private static void requireUnfolded(ResolvedCamera camera) {
        Distortion lens = camera.distortion();
        double farX = Math.max(camera.cx(), camera.width() - camera.cx()) / camera.fx();
        double farY = Math.max(camera.cy(), camera.height() - camera.cy()) / camera.fy();
        double reach = Math.hypot(farX, farY);
        double last = 0;
        // A barrel lens shows more than its picture's corner undistorted, so look on until the corner is reached.
        for (int step = 1; step <= 4 * STEPS && last < reach; step++) {
            double radius = reach * step / STEPS;
            double squared = radius * radius;
            double distorted = radius * (1 + squared * (lens.k1() + squared * (lens.k2() + squared * lens.k3())));
            if (distorted <= last) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "The distortion of camera '%s' folds the picture onto itself: bring k1, k2 and k3 nearer to 0."
                                .formatted(camera.id()));
            }
            last = distorted;
        }
    }
}
