package studio.diorama.dataset.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.frame.CameraRecord;
import studio.diorama.dataset.frame.FrameRecord;
import studio.diorama.dataset.frame.ObjectRecord;
import studio.diorama.dataset.frame.ResolvedObject;
import studio.diorama.dataset.ray.WorldRays;
import studio.diorama.dataset.run.KeypointLabels;

/// Checks one frame with its files and the assets.
public final class FrameCheck {

    private final SceneAssets assets;

    public FrameCheck(SceneAssets assets) {
        this.assets = requireNonNull(assets, "assets is null");
    }

    /// @param folder of the frame, published or not
    public Residuals check(Path folder, FrameRecord record) throws IOException {
        Residuals residuals = new Residuals();
        WorldRays world = new WorldRays(record.frame(), assets);
        for (CameraRecord camera : record.cameras()) {
            check(CameraView.read(folder, record.frame(), camera), world, residuals);
        }
        return residuals;
    }

    /// Checks what one camera saw.
    void check(CameraView view, WorldRays world, Residuals residuals) {
        TableCheck.check(view, residuals);
        DepthCheck.check(view, residuals);
        new RayCheck(view, world, residuals).check();
        LightCheck.check(view, residuals);
        BoxCheck.check(view, assets, residuals);
        keypoints(view, world, residuals);
    }

    private void keypoints(CameraView view, WorldRays world, Residuals residuals) {
        KeypointLabels labels = new KeypointLabels(world);
        for (ObjectRecord object : view.record().objects()) {
            ResolvedObject resolved = view.frame().object(object.instance());
            List<ObjectRecord.Point> expected = labels.of(
                    assets.get(object.asset()),
                    resolved.pose().now().matrix(),
                    object.instance(),
                    view.record().calibration(),
                    view.width(),
                    view.height());
            int faults = Math.abs(expected.size() - object.keypoints().size());
            for (int i = 0; i < Math.min(expected.size(), object.keypoints().size()); i++) {
                faults += expected.get(i).visibility()
                                == object.keypoints().get(i).visibility()
                        ? 0
                        : 1;
            }
            residuals.add(Identity.KEYPOINTS, faults);
        }
    }
}
