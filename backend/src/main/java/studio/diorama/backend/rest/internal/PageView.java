package studio.diorama.backend.rest.internal;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import studio.diorama.persistence.database.Page;

/// A stretch of a list.
///
/// @param items newest first
/// @param next the cursor of the next page; absent on the last
public record PageView<T>(
        @Schema(description = "Newest first") List<T> items,

        @Schema(description = "The cursor of the next page; absent on the last one")
        String next) {

    public PageView {
        items = List.copyOf(items);
    }

    public static <R, T> PageView<T> of(Page<R> page, Function<R, T> view) {
        return new PageView<>(page.items().stream().map(view).toList(), Query.cursor(page.next()));
    }
}
