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

    /// Pixels of the mask over pixels of its outlines filled, which is their IoU: filling only adds.
    static double overlap(BinaryMask mask, List<Outlines.Loop> outer) {
        PolygonFill fill = new PolygonFill(mask.x(), mask.y(), mask.width(), mask.height());
        for (Outlines.Loop loop : outer) {
            fill.add(loop.xs(), loop.ys());
        }
        return (double) mask.area() / fill.covered();
    }
}
