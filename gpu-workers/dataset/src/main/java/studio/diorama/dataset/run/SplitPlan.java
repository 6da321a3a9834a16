package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;
import studio.diorama.common.Seed;
import studio.diorama.dataset.format.Split;
import studio.diorama.dataset.sampling.RandomStream;

/// Which split a clip belongs to: drawn from the seed and the clip alone, before anything else, so that clips stay
/// whole and no frame moves when frames are added.
final class SplitPlan {

    private final Seed seed;
    private final TreeMap<Split, Integer> shares;
    private final int clipFrames;

    SplitPlan(Seed seed, Map<Split, Integer> shares, int clipFrames) {
        this.seed = requireNonNull(seed, "seed is null");
        this.shares = new TreeMap<>(shares);
        this.clipFrames = clipFrames;
    }

    Split of(long frame) {
        long rest = new RandomStream(seed.child("split/" + frame / clipFrames)).nextBelow(100);
        for (Map.Entry<Split, Integer> share : shares.entrySet()) {
            if (rest < share.getValue()) {
                return share.getKey();
            }
            rest -= share.getValue();
        }
        return shares.lastKey();
    }
}
