package studio.diorama.dataset.sampling;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.IntStream;

/// A choice between groups with shares in percent; a group may be another choice.
///
/// Unstratified, each draw is independent. Stratified, the draws of the whole dataset hit the shares exactly (to the
/// nearest whole draw): the ranks of a seeded shuffle are cut at the cumulated shares, and an inner choice cuts its
/// group's ranks again.
///
/// @param portions the groups; their shares sum to 100
/// @param stratified whether the shares are quotas
public record Choice<T>(List<Portion<T>> portions, boolean stratified) implements Randomiser<T> {

    /// Percentages are written by people: thirds as 33.33 are welcome, forgotten groups are not.
    private static final double ROUNDING = 0.05;

    public Choice {
        portions = List.copyOf(portions);
        double sum = portions.stream().mapToDouble(Portion::percent).sum();
        if (portions.isEmpty() || Math.abs(sum - 100) > ROUNDING) {
            throw new IllegalArgumentException(
                    "Expected percents that sum to 100, got %s: change one of the groups".formatted(sum));
        }
    }

    /// A group of a choice.
    ///
    /// @param percent its share, above 0
    /// @param value what it gives
    public record Portion<T>(double percent, Randomiser<T> value) {

        public Portion {
            requireNonNull(value, "value is null");
            if (!(percent > 0 && percent <= 100)) {
                throw new IllegalArgumentException("Expected a percent above 0 and at most 100, got " + percent);
            }
        }
    }

    /// Values that are all equally likely.
    public static <T> Choice<T> equalShares(List<Randomiser<T>> values) {
        return new Choice<>(
                values.stream()
                        .map(value -> new Portion<>(100.0 / values.size(), value))
                        .toList(),
                false);
    }

    @Override
    public T draw(Ticket ticket) {
        return stratified ? drawByQuota(ticket) : drawByChance(ticket);
    }

    private T drawByChance(Ticket ticket) {
        double left = ticket.random().nextDouble() * total();
        int taken = 0;
        while (taken < portions.size() - 1 && left >= portions.get(taken).percent()) {
            left -= portions.get(taken).percent();
            taken++;
        }
        ticket.choices().took(taken);
        return portions.get(taken).value().draw(ticket);
    }

    private T drawByQuota(Ticket ticket) {
        Stratum stratum = ticket.stratum();
        int taken = IntStream.range(0, portions.size())
                .filter(group -> stratum.rank() < boundary(group, stratum.size()))
                .findFirst()
                .orElseThrow();
        long start = taken == 0 ? 0 : boundary(taken - 1, stratum.size());
        long end = boundary(taken, stratum.size());
        ticket.choices().took(taken);
        return portions.get(taken).value().draw(ticket.within(new Stratum(stratum.rank() - start, end - start)));
    }

    /// The first rank that belongs to a later group.
    private long boundary(int group, long size) {
        if (group == portions.size() - 1) {
            return size;
        }
        double share = portions.stream()
                .limit(group + 1L)
                .mapToDouble(Portion::percent)
                .sum();
        return Math.min(size, Math.round(size * share / total()));
    }

    private double total() {
        return portions.stream().mapToDouble(Portion::percent).sum();
    }
}
