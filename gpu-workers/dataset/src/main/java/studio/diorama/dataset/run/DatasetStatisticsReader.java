package studio.diorama.dataset.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.frame.CameraRecord;
import studio.diorama.dataset.frame.FrameRecord;
import studio.diorama.dataset.frame.ObjectRecord;
import studio.diorama.dataset.frame.ResolvedCamera;
import studio.diorama.dataset.frame.ResolvedObject;
import studio.diorama.dataset.scene.SceneClass;
import studio.diorama.dataset.scene.SceneDescription;
import studio.diorama.dataset.statistics.DatasetStatistics;
import studio.diorama.dataset.statistics.ObjectSample;
import studio.diorama.dataset.statistics.Sightline;
import studio.diorama.dataset.statistics.StatisticsBuilder;

/// Statistics of published frames, from their tables alone.
final class DatasetStatisticsReader {

    private final DatasetFolder folder;
    private final Map<Integer, String> things = new HashMap<>();

    DatasetStatisticsReader(DatasetFolder folder, SceneDescription scene) {
        this.folder = folder;
        scene.classes().stream()
                .filter(known -> known.kind() == SceneClass.Kind.THING)
                .forEach(known -> things.put(known.id(), known.name()));
    }

    DatasetStatistics read(long frames) {
        StatisticsBuilder builder = new StatisticsBuilder();
        for (long k = 0; k < frames; k++) {
            if (folder.hasFrame(k)) {
                FrameRecord record = folder.readFrame(k);
                builder.addChoices(record.frame().choices());
                for (int camera = 0; camera < record.cameras().size(); camera++) {
                    ResolvedCamera seen = record.frame().cameras().get(camera);
                    builder.add(
                            seen.width(),
                            seen.height(),
                            samples(record, record.cameras().get(camera), seen));
                }
            }
        }
        return builder.build();
    }

    private List<ObjectSample> samples(FrameRecord record, CameraRecord camera, ResolvedCamera seen) {
        List<ObjectSample> samples = new ArrayList<>();
        for (ObjectRecord object : camera.objects()) {
            if (things.containsKey(object.classId()) && object.pixels().visible() > 0) {
                ResolvedObject resolved = record.frame().object(object.instance());
                Vector3 toCamera = object.objectToCamera().translation();
                samples.add(new ObjectSample(
                        things.get(object.classId()),
                        object.visibleBox().x(),
                        object.visibleBox().y(),
                        object.visibleBox().width(),
                        object.visibleBox().height(),
                        object.pixels().occlusion(),
                        object.pixels().truncation(),
                        toCamera.length(),
                        Sightline.elevationDegrees(resolved, seen)));
            }
        }
        return samples;
    }
}
