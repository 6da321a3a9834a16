package studio.diorama.dataset.sampling;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.diorama.common.Seed;

/// Draws the values of one frame and remembers from which paths.
///
/// A field's seed is the dataset's seed split by its whole path: the frame (or clip, or `dataset`), the field, and the
/// try. Tied fields use the name they share in place of the field, and no try.
public final class Draws {

    private final FrameKey key;
    private final Map<String, List<Integer>> choices = new LinkedHashMap<>();
    private final List<String> paths = new ArrayList<>();

    public Draws(FrameKey key) {
        this.key = requireNonNull(key, "key is null");
    }

    public FrameKey key() {
        return key;
    }

    /// @param field where the field stands in the scene, such as `objects/mug/2/position`
    /// @param attempt which try this is, from 0
    public <T> T draw(Varied<T> varied, String field, int attempt) {
        if (varied.randomiser() instanceof Constant<T> constant) {
            return constant.value();
        }
        String path = path(varied.period(), varied.seedName(), field, attempt);
        List<Integer> taken = new ArrayList<>();
        T value = varied.randomiser()
                .draw(new Randomiser.Ticket(
                        new RandomStream(key.seed().child(path)), stratum(varied, field), taken::add));
        paths.add(path);
        if (!taken.isEmpty()) {
            choices.put(field, List.copyOf(taken));
        }
        return value;
    }

    /// A stream of numbers for what is not a field, such as a uniform rotation.
    public RandomStream stream(Period period, String field, int attempt) {
        String path = path(period, Optional.empty(), field, attempt);
        paths.add(path);
        return new RandomStream(key.seed().child(path));
    }

    /// The seed of something that is not drawn here, such as noise.
    public Seed seed(String field) {
        return key.seed().child("frame/" + key.frame() + "/" + field);
    }

    /// The paths of all draws so far, in order.
    public List<String> paths() {
        return List.copyOf(paths);
    }

    /// The groups that choices took, by field; the last try counts.
    public Map<String, List<Integer>> choices() {
        return Map.copyOf(choices);
    }

    private String path(Period period, Optional<String> seedName, String field, int attempt) {
        String prefix = key.prefix(period);
        return seedName.map(name -> prefix + "/seed/" + name)
                .orElseGet(() -> prefix + "/" + field + "/try/" + (period == Period.DATASET ? 0 : attempt));
    }

    private Randomiser.Stratum stratum(Varied<?> varied, String field) {
        long count = key.count(varied.period());
        Seed order = key.seed()
                .child("strata/" + varied.seedName().map(name -> "seed/" + name).orElse(field));
        return new Randomiser.Stratum(Shuffle.rank(order, key.index(varied.period()), count), count);
    }
}
