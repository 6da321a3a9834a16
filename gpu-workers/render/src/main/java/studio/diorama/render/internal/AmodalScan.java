package studio.diorama.render.internal;

import java.nio.IntBuffer;
import org.joml.Vector2d;
import studio.diorama.render.Camera;

/// Reads the bits of up to 32 objects and counts each one's pixels.
///
/// @param camera whose picture lies in the middle of the larger one
/// @param words the bits of the rectangle, row by row; unused where it is empty
/// @param rectangle x, y, width, height in the larger picture
/// @param bitOf bit of each instance id, 0 for others
/// @param masks by bit
/// @param visible instance id of each pixel of this picture
record AmodalScan(Camera camera, IntBuffer words, int[] rectangle, int[] bitOf, AmodalMask[] masks, int[] visible) {

    void scan() {
        boolean straight = camera.distortion().isNone();
        int width = camera.width();
        int height = camera.height();
        for (int row = 0; row < rectangle[3]; row++) {
            int y = rectangle[1] + row - height;
            boolean crossing = straight && y >= 0 && y < height;
            outside(row, y, crossing);
        }
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            fillInside(y, line, straight);
            for (int x = 0; x < width; ) {
                int word = line[x];
                int end = x + 1;
                while (end < width && line[end] == word) {
                    end++;
                }
                for (int rest = word; rest != 0; rest &= rest - 1) {
                    AmodalMask mask = masks[Integer.numberOfTrailingZeros(rest)];
                    mask.addInside(y, x, end, width);
                    mask.all.add(y, x, end);
                }
                x = end;
            }
        }
        for (AmodalMask mask : masks) {
            mask.cut = mask.all.touches(-width, 2 * width, -height, 2 * height);
        }
    }

    // Pixels of the larger picture that do not lie in this one.
    private void outside(int row, int y, boolean crossing) {
        int width = camera.width();
        boolean straight = camera.distortion().isNone();
        for (int column = 0; column < rectangle[2]; ) {
            int x = rectangle[0] + column - width;
            if (crossing && x >= 0 && x < width) {
                column = width - x + column;
                continue;
            }
            int word = words.get(row * rectangle[2] + column);
            int end = column + 1;
            while (end < rectangle[2]
                    && words.get(row * rectangle[2] + end) == word
                    && !(crossing && rectangle[0] + end - width == 0)) {
                end++;
            }
            for (int rest = word; rest != 0; rest &= rest - 1) {
                AmodalMask mask = masks[Integer.numberOfTrailingZeros(rest)];
                if (straight) {
                    mask.all.add(y, x, x + end - column);
                } else {
                    addBent(mask, y, x, x + end - column);
                }
            }
            column = end;
        }
    }

    // The larger picture is straight; what the lens shows within this picture is counted there.
    private void addBent(AmodalMask mask, int y, int from, int to) {
        for (int x = from; x < to; x++) {
            Vector2d place = LensMath.distorted(
                    camera.distortion(),
                    (x + 0.5 - camera.intrinsics().centreX())
                            / camera.intrinsics().focalX(),
                    (y + 0.5 - camera.intrinsics().centreY())
                            / camera.intrinsics().focalY());
            double px =
                    place.x * camera.intrinsics().focalX() + camera.intrinsics().centreX();
            double py =
                    place.y * camera.intrinsics().focalY() + camera.intrinsics().centreY();
            if (px < 0 || py < 0 || px >= camera.width() || py >= camera.height()) {
                mask.all.add(y, x, x + 1);
            }
        }
    }

    private void fillInside(int y, int[] line, boolean straight) {
        int width = camera.width();
        for (int x = 0; x < width; x++) {
            int column = x + width;
            int row = y + camera.height();
            if (!straight) {
                Vector2d p = LensMath.imagePoint(camera, x + 0.5, y + 0.5);
                column = (int) Math.floor(p.x * camera.intrinsics().focalX()
                                + camera.intrinsics().centreX())
                        + width;
                row = (int) Math.floor(p.y * camera.intrinsics().focalY()
                                + camera.intrinsics().centreY())
                        + camera.height();
            }
            int c = column - rectangle[0];
            int r = row - rectangle[1];
            boolean known = c >= 0 && r >= 0 && c < rectangle[2] && r < rectangle[3];
            line[x] = (known ? words.get(r * rectangle[2] + c) : 0) | bitOf[visible[y * width + x]];
        }
    }
}
