package studio.diorama.dataset.sampling;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import studio.diorama.common.Seed;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.format.Split;
import studio.diorama.dataset.scene.ObjectRule;
import studio.diorama.dataset.scene.SceneDescription;

/// Which split a clip belongs to, and which split owns which assets. Splits are drawn from the seed and the clip alone,
/// before anything else; where an object may be one of several assets, it is only ever one that its frame's split owns,
/// by lineage root, so that nothing that was trained on is tested on.
public final class SplitPlan {

    private final Seed seed;
    private final TreeMap<Split, Integer> shares;
    private final int clipFrames;
    private final SceneAssets assets;
    private final Map<String, Split> owners;
    private final Set<String> shared = new TreeSet<>();

    /// @param shares percent of each split, sum 100
    public SplitPlan(Seed seed, Map<Split, Integer> shares, SceneDescription scene, SceneAssets assets) {
        this.seed = requireNonNull(seed, "seed is null");
        this.shares = new TreeMap<>(shares);
        this.shares.values().removeIf(share -> share == 0);
        this.clipFrames = scene.clipFrames();
        this.assets = requireNonNull(assets, "assets is null");
        this.owners = owners(scene);
        for (ObjectRule rule : scene.objects()) {
            for (Split split : this.shares.keySet()) {
                if (this.shares.size() > 1
                        && owned(rule.asset().randomiser(), split).isEmpty()) {
                    rule.assetNames()
                            .forEach(name -> shared.add(assets.get(name).lineage()));
                }
            }
        }
    }

    /// Everything in one split.
    public static SplitPlan single(SceneDescription scene, SceneAssets assets) {
        return new SplitPlan(new Seed(0), Map.of(Split.TRAIN, 100), scene, assets);
    }

    /// The split of a frame; clips stay whole.
    public Split of(long frame) {
        long rest = new RandomStream(seed.child("split/" + frame / clipFrames)).nextBelow(100);
        for (Map.Entry<Split, Integer> share : shares.entrySet()) {
            if (rest < share.getValue()) {
                return share.getKey();
            }
            rest -= share.getValue();
        }
        return shares.lastKey();
    }

    /// Lineage roots that several splits use, because an object has too few assets to choose from.
    public Set<String> shared() {
        return Set.copyOf(shared);
    }

    /// A field's assets, without those that another split owns.
    Varied<String> restrict(Varied<String> asset, long frame) {
        if (shares.size() == 1) {
            return asset;
        }
        return owned(asset.randomiser(), of(frame))
                .map(own -> new Varied<>(own, asset.period(), asset.seedName()))
                .orElse(asset);
    }

    private Optional<Randomiser<String>> owned(Randomiser<String> randomiser, Split split) {
        return switch (randomiser) {
            case Constant<String> constant ->
                owners.get(assets.get(constant.value()).lineage()) == split ? Optional.of(constant) : Optional.empty();
            case Choice<String> choice -> owned(choice, split);
        };
    }

    private Optional<Randomiser<String>> owned(Choice<String> choice, Split split) {
        List<Choice.Portion<String>> kept = new ArrayList<>();
        for (Choice.Portion<String> portion : choice.portions()) {
            owned(portion.value(), split).ifPresent(value -> kept.add(new Choice.Portion<>(portion.percent(), value)));
        }
        double sum = kept.stream().mapToDouble(Choice.Portion::percent).sum();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Choice<>(
                        kept.stream()
                                .map(portion -> new Choice.Portion<>(100 * portion.percent() / sum, portion.value()))
                                .toList(),
                        choice.stratified()));
    }

    /// Lineage roots in a seeded order, cut by the splits' shares, each split getting at least one while they last.
    private Map<String, Split> owners(SceneDescription scene) {
        Set<String> roots = new TreeSet<>();
        scene.objects().stream()
                .filter(rule -> rule.assetNames().size() > 1)
                .forEach(rule -> rule.assetNames()
                        .forEach(name -> roots.add(assets.get(name).lineage())));
        List<String> order = roots.stream()
                .sorted(Comparator.comparingLong(
                        (String root) -> seed.child("lineage/" + root).value()))
                .toList();
        Map<String, Split> owned = new HashMap<>();
        int next = 0;
        int left = shares.size();
        double percent = 0;
        for (Map.Entry<Split, Integer> share : shares.entrySet()) {
            left--;
            percent += share.getValue();
            int end = (int) StrictMath.rint(order.size() * percent / 100);
            end = Math.clamp(end, Math.min(order.size(), next + 1), Math.max(next + 1, order.size() - left));
            while (next < Math.min(end, order.size())) {
                owned.put(order.get(next), share.getKey());
                next++;
            }
        }
        return owned;
    }
}
