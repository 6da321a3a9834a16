package studio.diorama.frontend.job;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import studio.diorama.frontend.Figures;
import studio.diorama.frontend.component.AssetTile;
import studio.diorama.frontend.component.NoiseReport;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.AssetKind;

/// What a job made: files to download first, then the pictures.
class JobOutputs extends Section {

    private static final long serialVersionUID = 1L;

    /// More pictures than this are a matter for the page of results.
    private static final int SHOWN = 60;

    JobOutputs(List<Asset> outputs) {
        addClassName("studio-section");
        if (outputs.isEmpty()) {
            return;
        }
        add(new H2(t("Results")));
        Div files = new Div();
        files.addClassName("studio-actions");
        outputs.stream().filter(asset -> !isPicture(asset)).forEach(asset -> files.add(download(asset)));
        Div tiles = new Div();
        tiles.addClassName("studio-tiles");
        outputs.stream()
                .filter(asset -> asset.kind() == AssetKind.NOISY)
                .limit(SHOWN)
                .forEach(asset -> tiles.add(new AssetTile(asset)));
        add(files, tiles);
        outputs.stream()
                .filter(asset -> asset.kind() == AssetKind.REPORT)
                .forEach(report -> add(new NoiseReport(report)));
    }

    private static boolean isPicture(Asset asset) {
        return switch (asset.kind()) {
            case PHOTO, NOISY, CLEAN, NOISE_LEVEL -> true;
            case DATASET, CAMERA_PROFILE, NOISE_MODEL, REPORT -> false;
        };
    }

    private static Anchor download(Asset asset) {
        Anchor link = new Anchor("/api/v1/assets/" + asset.id() + "/content");
        link.setRouterIgnore(true);
        link.addClassName("studio-button");
        link.add(VaadinIcon.DOWNLOAD.create());
        link.add(
                switch (asset.kind()) {
                    case DATASET -> t("Paired dataset ({0})", Figures.bytes(asset.bytes()));
                    case CAMERA_PROFILE -> t("Camera profile ({0})", Figures.bytes(asset.bytes()));
                    case NOISE_MODEL -> t("Noise model ({0})", Figures.bytes(asset.bytes()));
                    case REPORT -> t("Report ({0})", Figures.bytes(asset.bytes()));
                    case PHOTO, NOISY, CLEAN, NOISE_LEVEL -> asset.name();
                });
        return link;
    }
}
