package studio.diorama.dataset.format.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import studio.diorama.dataset.format.BinaryMask;

/// COCO's lists x, y, x, y… of polygons in pixel edges.
final class CocoPolygons {

    private CocoPolygons() {}

    static void write(JsonGenerator json, String field, List<Outlines.Loop> loops) throws IOException {
        json.writeArrayFieldStart(field);
        for (Outlines.Loop loop : loops) {
            json.writeStartArray();
            for (int i = 0; i < loop.size(); i++) {
                json.writeNumber(loop.xs()[i]);
                json.writeNumber(loop.ys()[i]);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /// What of the mask its outlines hold when they are filled.
    static double overlap(BinaryMask mask, List<Outlines.Loop> outer) {
        PolygonFill fill = new PolygonFill(mask, mask.x() + mask.width(), mask.y() + mask.height());
        outer.forEach(fill::add);
        return fill.overlap(mask);
    }
}
