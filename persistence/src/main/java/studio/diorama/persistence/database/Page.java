package studio.diorama.persistence.database;

import java.util.List;
import java.util.UUID;

/// A stretch of a list by age.
///
/// @param items at most as many as were asked for
/// @param next where the next page begins, null on the last
public record Page<T>(List<T> items, UUID next) {

    public Page {
        items = List.copyOf(items);
    }

    /// Cuts the page out of a query that asked for one row more than `size`.
    public static <T> Page<T> of(List<T> rows, int size, java.util.function.Function<T, UUID> id) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, size);
        return new Page<>(items, id.apply(items.getLast()));
    }
}
