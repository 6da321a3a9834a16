package studio.diorama.dataset.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.dataset.asset.AssetFiles;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.frame.CameraRecord;
import studio.diorama.dataset.frame.FrameRecord;
import studio.diorama.dataset.frame.ObjectRecord;
import studio.diorama.dataset.ray.WorldRays;
import studio.diorama.dataset.run.DatasetFolder;
import studio.diorama.dataset.run.DatasetRequest;
import studio.diorama.dataset.run.Faults;
import studio.diorama.dataset.run.TestScenes;
import studio.diorama.render.Layer;
import studio.diorama.render.Plane;

/// Each identity catches the mistake that it is there for, and none cries without one.
class PlantedFaultsTest {

    @TempDir
    private static Path folder;

    private static SceneAssets assets;
    private static FrameRecord record;
    private static CameraView view;

    @BeforeAll
    static void renderOneFrame() throws IOException {
        DatasetRequest request = TestScenes.request(1, 5);
        TestScenes.pipeline().run(request, folder, ProgressSink.NONE, Cancellation.NEVER);
        assets = SceneAssets.load(request.scene(), AssetFiles.NONE);
        DatasetFolder dataset = new DatasetFolder(folder);
        record = dataset.readFrame(0);
        view = CameraView.read(
                dataset.frame(0), record.frame(), record.cameras().getFirst());
    }

    private static Residuals check(CameraView checked) {
        Residuals residuals = new Residuals();
        new FrameCheck(assets).check(checked, new WorldRays(record.frame(), assets), residuals);
        return residuals;
    }

    private static CameraView with(Layer layer, Plane plane) {
        Map<Layer, Plane> planes = new EnumMap<>(view.planes());
        planes.put(layer, plane);
        return new CameraView(view.frame(), view.camera(), view.record(), planes);
    }

    private static CameraView withIds(int[] instances, int[] classes) {
        int width = view.width();
        int height = view.height();
        CameraView changed = with(Layer.INSTANCE, new Plane.Integers(width, height, 1, instances));
        Map<Layer, Plane> planes = new EnumMap<>(changed.planes());
        planes.put(Layer.SEMANTIC, new Plane.Integers(width, height, 1, classes));
        return new CameraView(view.frame(), view.camera(), view.record(), planes);
    }

    private static void fails(CameraView faulty, Identity identity) {
        Residuals residuals = check(faulty);
        assertThat(residuals.worst()).containsKey(identity);
        assertThat(identity.holds(residuals.worst().get(identity)))
                .as("%s: %s", identity, residuals.worst())
                .isFalse();
    }

    @Test
    void aRightFrameFailsNothing() {
        assertThat(check(view).failures()).isEmpty();
    }

    @Test
    void idsOnePixelAsideAreCaughtByTheRayCaster() {
        fails(
                withIds(Faults.shifted(view.integers(Layer.INSTANCE)), Faults.shifted(view.integers(Layer.SEMANTIC))),
                Identity.RAY_INSTANCE);
    }

    @Test
    void swappedIdsAreCaughtByCountsAndByTheRayCaster() {
        int[] swapped = Faults.swapped(view.integers(Layer.INSTANCE), 2, 3);
        CameraView faulty = withIds(swapped, view.integers(Layer.SEMANTIC).values());

        fails(faulty, Identity.RAY_INSTANCE);
        fails(faulty, Identity.TABLE);
    }

    @Test
    void aClassThatIsNotTheInstancesIsCaught() {
        int[] classes = Faults.swapped(view.integers(Layer.SEMANTIC), 1, 2);

        fails(withIds(view.integers(Layer.INSTANCE).values(), classes), Identity.TABLE);
    }

    @Test
    void flippedNormalsAreCaught() {
        float[] normals = view.floats(Layer.NORMAL_CAM).values().clone();
        for (int i = 0; i < normals.length; i++) {
            normals[i] = -normals[i];
        }
        fails(
                with(Layer.NORMAL_CAM, new Plane.Floats(view.width(), view.height(), 3, normals)),
                Identity.NORMAL_MEDIAN);
    }

    @Test
    void distanceInPlaceOfDepthIsCaught() {
        CameraView faulty = with(Layer.DEPTH, view.floats(Layer.DISTANCE));

        fails(faulty, Identity.DISTANCE);
        fails(faulty, Identity.RAY_DEPTH);
    }

    @Test
    void somethingThatIsNoNumberIsCaught() {
        float[] depth = view.floats(Layer.DEPTH).values().clone();
        depth[17] = Float.NaN;

        fails(with(Layer.DEPTH, new Plane.Floats(view.width(), view.height(), 1, depth)), Identity.TABLE);
    }

    @Test
    void aBoxOfAnotherObjectIsCaughtByItsMask() {
        CameraRecord camera = view.record();
        ObjectRecord floor = camera.objects().get(0);
        ObjectRecord box = camera.objects().get(1);
        ObjectRecord wrong = new ObjectRecord(
                floor.instance(),
                floor.id(),
                floor.classId(),
                floor.asset(),
                floor.visibleBox(),
                floor.amodalBox(),
                floor.pixels(),
                floor.cut(),
                floor.subpixel(),
                floor.weight(),
                box.box(),
                floor.objectToCamera(),
                floor.keypoints(),
                floor.amodalRuns());
        List<ObjectRecord> objects = new ArrayList<>(camera.objects());
        objects.set(0, wrong);

        fails(
                new CameraView(
                        view.frame(),
                        view.camera(),
                        new CameraRecord(camera.id(), camera.calibration(), objects, camera.layers()),
                        view.planes()),
                Identity.BOX_3D);
    }
}
