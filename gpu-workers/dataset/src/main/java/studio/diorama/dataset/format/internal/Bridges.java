package studio.diorama.dataset.format.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Joins the outlines and holes of a mask into one closed line, as a format with a single polygon needs.
///
/// Each further loop is entered and left over the shortest bridge between two corners, so that the line encloses the
/// same pixels: the bridge itself has no width.
final class Bridges {

    /// Smaller loops beyond these are left out; they are specks.
    private static final int MOST_LOOPS = 32;

    private Bridges() {}

    static Outlines.Loop join(List<Outlines.Loop> loops) {
        List<Outlines.Loop> left = new ArrayList<>(loops.stream()
                .sorted(Comparator.comparingLong((Outlines.Loop loop) -> Math.abs(loop.area()))
                        .reversed())
                .limit(MOST_LOOPS)
                .toList());
        Outlines.Loop joined = left.removeFirst();
        for (Outlines.Loop next : left) {
            int[] nearest = nearest(joined, next);
            joined = spliced(joined, nearest[0], next, nearest[1]);
        }
        return joined;
    }

    /// The corners of two loops that are closest.
    private static int[] nearest(Outlines.Loop a, Outlines.Loop b) {
        long least = Long.MAX_VALUE;
        int[] best = new int[2];
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                long dx = a.xs()[i] - b.xs()[j];
                long dy = a.ys()[i] - b.ys()[j];
                long distance = dx * dx + dy * dy;
                if (distance < least) {
                    least = distance;
                    best = new int[] {i, j};
                }
            }
        }
        return best;
    }

    /// `a` up to its corner, over to `b`, once around it, back, and on.
    private static Outlines.Loop spliced(Outlines.Loop a, int atA, Outlines.Loop b, int atB) {
        int size = a.size() + b.size() + 2;
        int[] xs = new int[size];
        int[] ys = new int[size];
        int to = 0;
        for (int i = 0; i <= atA; i++) {
            xs[to] = a.xs()[i];
            ys[to++] = a.ys()[i];
        }
        for (int i = 0; i <= b.size(); i++) {
            xs[to] = b.xs()[(atB + i) % b.size()];
            ys[to++] = b.ys()[(atB + i) % b.size()];
        }
        for (int i = atA; i < a.size(); i++) {
            xs[to] = a.xs()[i];
            ys[to++] = a.ys()[i];
        }
        return new Outlines.Loop(xs, ys);
    }
}
