package studio.diorama.frontend.component;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import studio.diorama.frontend.Figures;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetState;

/// An asset in a grid of pictures: its small picture, its name, what it is.
public class AssetTile extends Anchor {

    private static final long serialVersionUID = 1L;

    public AssetTile(Asset asset) {
        super("/asset/" + asset.id());
        setRouterIgnore(false);
        addClassNames("studio-card", "link", "studio-tile");
        asset.thumbnail().ifPresent(hash -> {
            Image picture = new Image("/api/v1/assets/" + asset.id() + "/thumbnail", "");
            picture.addClassName("studio-card-picture");
            picture.getElement().setAttribute("loading", "lazy");
            add(picture);
        });
        Span name = new Span(asset.name());
        name.addClassName("studio-truncate");
        name.setTitle(asset.name());
        Span about = new Span(about(asset));
        about.addClassName("studio-meta");
        add(name, about);
    }

    /// A few words about an asset.
    public static String about(Asset asset) {
        if (asset.state() == AssetState.CHECKING) {
            return t("being checked …");
        }
        if (asset.state() == AssetState.REFUSED) {
            return t("refused: {0}", asset.message().orElse(""));
        }
        return asset.picture()
                .map(picture -> picture.width() + " × " + picture.height() + " · " + Figures.bytes(asset.bytes()))
                .orElseGet(() -> Figures.bytes(asset.bytes()));
    }
}
