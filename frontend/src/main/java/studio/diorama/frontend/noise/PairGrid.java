package studio.diorama.frontend.noise;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.grid.Grid;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import studio.diorama.persistence.job.CameraNoiseFitSpec;

/// Clean and noisy pictures that belong together, of which a person takes out what should not count.
final class PairGrid extends Grid<PairFinder.Found> {

    private static final long serialVersionUID = 1L;

    private transient List<PairFinder.Found> shown = List.of();

    private record Ids(UUID clean, UUID noisy) {}

    PairGrid(String height) {
        addColumn(pair -> pair.clean().name())
                .setHeader(t("Clean"))
                .setTooltipGenerator(pair -> pair.clean().name());
        addColumn(pair -> pair.noisy().name())
                .setHeader(t("Noisy"))
                .setTooltipGenerator(pair -> pair.noisy().name());
        addColumn(pair -> pair.iso().map(String::valueOf).orElse("—"))
                .setHeader(t("ISO"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        setSelectionMode(SelectionMode.MULTI);
        setHeight(height);
    }

    /// Shows these pairs, all of them chosen.
    void show(List<PairFinder.Found> found) {
        shown = found;
        setItems(found);
        asMultiSelect().select(found);
    }

    /// Chooses those that an earlier job took, and no others.
    void choose(List<CameraNoiseFitSpec.Pair> pairs) {
        Set<Ids> wanted = new HashSet<>();
        pairs.forEach(pair -> wanted.add(new Ids(pair.clean(), pair.noisy())));
        asMultiSelect().deselectAll();
        asMultiSelect()
                .select(shown.stream()
                        .filter(pair -> wanted.contains(
                                new Ids(pair.clean().id(), pair.noisy().id())))
                        .toList());
    }

    /// @param iso of the pictures that do not state it; null where that is not known
    List<CameraNoiseFitSpec.Pair> chosen(Integer iso) {
        return getSelectedItems().stream()
                .map(pair -> new CameraNoiseFitSpec.Pair(
                        pair.clean().id(), pair.noisy().id(), pair.iso().orElse(iso)))
                .toList();
    }
}
