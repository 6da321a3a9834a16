package studio.diorama.frontend.photo;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import studio.diorama.frontend.Figures;
import studio.diorama.frontend.component.AssetTile;
import studio.diorama.persistence.asset.Asset;

/// Assets as rows with a small picture; rows come as they scroll into sight, so a list may be of any length.
public class AssetGrid extends Grid<Asset> {

    private static final long serialVersionUID = 1L;

    public AssetGrid() {
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        addComponentColumn(AssetGrid::picture).setHeader("").setWidth("6rem").setFlexGrow(0);
        addComponentColumn(AssetGrid::name)
                .setHeader(t("Name"))
                .setWidth("11rem")
                .setFlexGrow(2);
        addColumn(AssetGrid::camera).setHeader(t("Camera")).setFlexGrow(1);
        addColumn(asset -> Figures.moment(asset.createdAt()))
                .setHeader(t("Since"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        setMinHeight("60vh");
        setHeight("calc(100vh - 18rem)");
    }

    private static Component picture(Asset asset) {
        Div frame = new Div();
        frame.addClassName("studio-row-picture");
        asset.thumbnail().ifPresent(hash -> {
            Image image = new Image("/api/v1/assets/" + asset.id() + "/thumbnail", "");
            image.getElement().setAttribute("loading", "lazy");
            frame.add(image);
        });
        return frame;
    }

    private static Component name(Asset asset) {
        Anchor link = new Anchor("/asset/" + asset.id(), asset.name());
        link.addClassName("studio-truncate");
        Span about = new Span(AssetTile.about(asset));
        about.addClassName("studio-meta");
        Div cell = new Div(link, about);
        cell.addClassName("studio-row-name");
        return cell;
    }

    private static String camera(Asset asset) {
        return asset.picture()
                .map(picture -> picture.camera().orElse("")
                        + picture.iso().map(iso -> " · ISO " + iso).orElse(""))
                .orElse("");
    }
}
