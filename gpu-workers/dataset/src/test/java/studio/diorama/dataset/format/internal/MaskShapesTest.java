package studio.diorama.dataset.format.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.diorama.dataset.format.BinaryMask;

class MaskShapesTest {

    @Test
    void compressedRunsAreThoseOfPycocotools() {
        int[] counts = {6, 1, 40, 4, 5, 4, 5, 4, 21};
        assertThat(new RunLengths(9, 10, counts).compressed()).isEqualTo("61X13mN000`0");
    }

    @Test
    void runsGoDownTheColumnsZerosFirst() {
        // Rows "#.", ".#", "##".
        BinaryMask mask = mask(2, 3, "#..###");
        assertThat(RunLengths.of(mask, 2, 3).counts()).containsExactly(0, 1, 1, 1, 1, 2);
        assertThat(RunLengths.of(BinaryMask.EMPTY, 4, 5).counts()).containsExactly(20);
        assertThat(RunLengths.of(mask(2, 2, "####"), 2, 2).counts()).containsExactly(0, 4);
        BinaryMask inner = new BinaryMask(1, 1, 1, 2, new boolean[] {true, true});
        assertThat(RunLengths.of(inner, 3, 3).counts()).containsExactly(4, 2, 3);
        BinaryMask high = new BinaryMask(1, 0, 1, 3, new boolean[] {true, true, true});
        assertThat(RunLengths.of(high, 3, 3).counts()).containsExactly(3, 3, 3);
    }

    @Test
    void runsAgreeWithThePixelsOfRandomMasks() {
        SplittableRandom random = new SplittableRandom(11);
        for (int trial = 0; trial < 200; trial++) {
            int width = 1 + random.nextInt(9);
            int height = 1 + random.nextInt(9);
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            int w = 1 + random.nextInt(width - x);
            int h = 1 + random.nextInt(height - y);
            boolean[] inside = new boolean[w * h];
            for (int i = 0; i < inside.length; i++) {
                inside[i] = random.nextInt(3) > 0;
            }
            BinaryMask mask = new BinaryMask(x, y, w, h, inside);
            int at = 0;
            int[] counts = RunLengths.of(mask, width, height).counts();
            for (int run = 0; run < counts.length; run++) {
                for (int i = 0; i < counts[run]; i++, at++) {
                    assertThat(mask.contains(at / height, at % height)).isEqualTo(run % 2 == 1);
                }
            }
            assertThat(at).isEqualTo(width * height);
        }
    }

    @Test
    void outlinesEncloseTheirPixelsAndHolesCountAgainstThem() {
        // A frame of 12 pixels around a hole of 4 with a pixel that touches it at a corner.
        BinaryMask mask = mask(5, 5, "####." + "#..#." + "#..#." + "####." + "....#");
        List<Outlines.Loop> loops = Outlines.of(mask);
        assertThat(loops).extracting(Outlines.Loop::area).containsExactly(16L, -4L, 1L);
        assertThat(loops.getFirst().size()).isEqualTo(4);
    }

    @Test
    void outlinesOfRandomMasksHaveTheirArea() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 200; trial++) {
            boolean[] inside = new boolean[12 * 9];
            for (int i = 0; i < inside.length; i++) {
                inside[i] = random.nextBoolean();
            }
            BinaryMask mask = new BinaryMask(3, 2, 12, 9, inside);
            long area =
                    Outlines.of(mask).stream().mapToLong(Outlines.Loop::area).sum();
            assertThat(area).isEqualTo(mask.area());
            if (mask.area() > 0) {
                // One line with bridges encloses the same, as the bridges run there and back.
                List<Outlines.Loop> few = Outlines.of(mask);
                if (few.size() <= 32) {
                    assertThat(Bridges.join(few).area()).isEqualTo(mask.area());
                }
            }
        }
    }

    @Test
    void strokesAddAPixelOnTheRightAndBelow() {
        boolean[] inside = new boolean[8 * 6];
        java.util.Arrays.fill(inside, true);
        BinaryMask mask = new BinaryMask(3, 4, 8, 6, inside);
        Outlines.Loop outline = Outlines.of(mask).getFirst();
        PolygonFill fill = new PolygonFill(mask, 60, 40);
        fill.add(outline);
        assertThat(fill.overlap(mask)).isEqualTo(1);
        // OpenCV's fillPoly of a rectangle from (3, 4) to (11, 10) covers 9 × 7 pixels.
        fill.stroke(outline);
        assertThat(fill.overlap(mask)).isEqualTo(48 / 63.0);
        // Where the image ends at column 11, the last one is not there.
        PolygonFill cut = new PolygonFill(mask, 11, 40);
        cut.add(outline);
        cut.stroke(outline);
        assertThat(cut.overlap(mask)).isEqualTo(48 / 56.0);
    }

    @Test
    void theLeastRectangleOfADiamondLiesOnItsSlope() {
        // A staircase diamond of radius 20: slope 1 fits it better than an upright box.
        boolean[] inside = new boolean[41 * 41];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = Math.abs(i % 41 - 20) + Math.abs(i / 41 - 20) <= 20;
        }
        LeastRectangle rectangle = LeastRectangle.around(Outlines.of(new BinaryMask(0, 0, 41, 41, inside)));
        double side = Math.hypot(
                rectangle.xs()[1] - rectangle.xs()[0],
                rectangle.ys()[1] - rectangle.ys()[0]);
        // Corners at (20, 0), (21, 0) … give the width 42 / √2 in both slopes.
        assertThat(side).isCloseTo(42 / Math.sqrt(2), within(1e-9));
    }

    private static BinaryMask mask(int width, int height, String pixels) {
        boolean[] inside = new boolean[width * height];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = pixels.charAt(i) == '#';
        }
        return new BinaryMask(0, 0, width, height, inside);
    }
}
