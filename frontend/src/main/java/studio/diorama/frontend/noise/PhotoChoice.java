package studio.diorama.frontend.noise;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import studio.diorama.frontend.photo.AssetGrid;
import studio.diorama.persistence.asset.Asset;

/// Photographs to choose from; all of them are chosen to begin with.
class PhotoChoice extends Section {

    private static final long serialVersionUID = 1L;

    private final transient List<Asset> photos;
    private final Grid<Asset> grid = new AssetGrid();
    private final Span count = new Span();

    PhotoChoice(List<Asset> photos) {
        this.photos = List.copyOf(photos);
        addClassName("studio-section");
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.setItems(this.photos);
        grid.addSelectionListener(selection -> count.setText(
                t("{0} of {1} chosen", selection.getAllSelectedItems().size(), this.photos.size())));
        grid.setMinHeight("20rem");
        grid.setHeight("32rem");
        count.addClassName("studio-meta");
        Div head = new Div(new H2(t("Photos")), count);
        head.addClassName("studio-section-head");
        add(head, grid);
        grid.asMultiSelect().select(this.photos);
    }

    /// Chooses these alone.
    void choose(Collection<UUID> ids) {
        Set<UUID> wanted = new LinkedHashSet<>(ids);
        grid.deselectAll();
        grid.asMultiSelect()
                .select(photos.stream()
                        .filter(photo -> wanted.contains(photo.id()))
                        .toList());
    }

    /// The chosen ones, in the order of the list.
    List<UUID> chosen() {
        Set<Asset> selected = grid.getSelectedItems();
        return photos.stream().filter(selected::contains).map(Asset::id).toList();
    }
}
