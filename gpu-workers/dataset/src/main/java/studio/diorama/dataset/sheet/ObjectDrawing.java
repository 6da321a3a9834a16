package studio.diorama.dataset.sheet;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import studio.diorama.dataset.format.ClassInfo;
import studio.diorama.dataset.format.FrameCamera;
import studio.diorama.dataset.format.Keypoint;
import studio.diorama.dataset.format.KeypointSchema;
import studio.diorama.dataset.format.LabelledObject;
import studio.diorama.dataset.format.PixelBox;
import studio.diorama.dataset.format.PixelPoint;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.format.internal.Colours;

/// Boxes and keypoints over an image.
final class ObjectDrawing {

    /// Lines are drawn in this many pieces, so that they bend with the lens and end at the camera's plane.
    private static final int PIECES = 16;

    private ObjectDrawing() {}

    static void boxes(BufferedImage image, SheetLayers layers) {
        Graphics2D pen = image.createGraphics();
        for (LabelledObject object : layers.frame().objects()) {
            if (object.visibleBox().isEmpty()) {
                continue;
            }
            pen.setColor(new Color(Colours.of(object.instance())));
            wires(pen, object, layers.frame().camera());
            PixelBox box = object.visibleBox();
            // A drawn rectangle is one pixel larger than its size says.
            pen.drawRect((int) box.x(), (int) box.y(), (int) box.width() - 1, (int) box.height() - 1);
        }
        pen.dispose();
        for (LabelledObject object : layers.frame().objects()) {
            if (!object.visibleBox().isEmpty()) {
                name(image, object, layers.info().classOf(object.classId()));
            }
        }
    }

    private static void name(BufferedImage image, LabelledObject object, ClassInfo known) {
        String text = known.name() + (object.isSeen() ? "" : " (unseen)");
        int x = Math.clamp((int) object.visibleBox().x(), 0, Math.max(0, image.getWidth() - SheetText.width(text, 1)));
        int y = Math.max(0, (int) object.visibleBox().y() - SheetText.HEIGHT - 2);
        SheetText.draw(image, text, x + 1, y + 1, 1, 0x000000);
        SheetText.draw(image, text, x, y, 1, 0xFFFFFF);
    }

    private static void wires(Graphics2D pen, LabelledObject object, FrameCamera camera) {
        List<Vector3> corners = object.box3d().corners();
        for (int from = 0; from < 8; from++) {
            for (int axis = 1; axis < 8; axis *= 2) {
                if ((from & axis) == 0) {
                    line(pen, camera, corners.get(from), corners.get(from | axis));
                }
            }
        }
    }

    private static void line(Graphics2D pen, FrameCamera camera, Vector3 from, Vector3 to) {
        PixelPoint last = camera.project(from);
        for (int i = 1; i <= PIECES; i++) {
            double t = (double) i / PIECES;
            PixelPoint next = camera.project(from.times(1 - t).plus(to.times(t)));
            // Points behind the camera are no numbers; far ones would take long to draw.
            if (isNear(last) && isNear(next)) {
                pen.drawLine((int) last.x(), (int) last.y(), (int) next.x(), (int) next.y());
            }
            last = next;
        }
    }

    private static boolean isNear(PixelPoint point) {
        return Math.abs(point.x()) < 20_000 && Math.abs(point.y()) < 20_000;
    }

    static void keypoints(BufferedImage image, SheetLayers layers) {
        Graphics2D pen = image.createGraphics();
        for (LabelledObject object : layers.frame().objects()) {
            Optional<KeypointSchema> schema =
                    layers.info().classOf(object.classId()).keypoints();
            pen.setColor(new Color(Colours.of(object.instance())));
            if (schema.isPresent()) {
                skeleton(pen, schema.get(), object.keypoints());
            }
            for (Keypoint point : object.keypoints()) {
                int x = (int) point.image().x();
                int y = (int) point.image().y();
                switch (point.visibility()) {
                    case SEEN -> pen.fillOval(x - 2, y - 2, 5, 5);
                    case HIDDEN -> pen.drawOval(x - 2, y - 2, 4, 4);
                    case OUTSIDE -> {}
                }
            }
        }
        pen.dispose();
    }

    private static void skeleton(Graphics2D pen, KeypointSchema schema, List<Keypoint> points) {
        for (KeypointSchema.Edge edge : schema.skeleton()) {
            if (edge.from() < points.size() && edge.to() < points.size()) {
                PixelPoint from = points.get(edge.from()).image();
                PixelPoint to = points.get(edge.to()).image();
                if (isNear(from) && isNear(to)) {
                    pen.drawLine((int) from.x(), (int) from.y(), (int) to.x(), (int) to.y());
                }
            }
        }
    }
}
