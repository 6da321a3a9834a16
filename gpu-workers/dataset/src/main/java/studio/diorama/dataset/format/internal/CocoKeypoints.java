package studio.diorama.dataset.format.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import studio.diorama.dataset.format.Keypoint;
import studio.diorama.dataset.format.Keypoint.Visibility;

/// COCO's flat list x, y, v of keypoints in pixel indices.
final class CocoKeypoints {

    private CocoKeypoints() {}

    static void write(JsonGenerator json, List<Keypoint> points) throws IOException {
        json.writeArrayFieldStart("keypoints");
        int inImage = 0;
        for (Keypoint point : points) {
            boolean outside = point.visibility() == Visibility.OUTSIDE;
            Json.number(json, outside ? 0 : point.image().x() - 0.5);
            Json.number(json, outside ? 0 : point.image().y() - 0.5);
            json.writeNumber(point.visibility().ordinal());
            inImage += outside ? 0 : 1;
        }
        json.writeEndArray();
        json.writeNumberField("num_keypoints", inImage);
    }
}
