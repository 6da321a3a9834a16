package studio.diorama.frontend.noise;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import studio.diorama.persistence.asset.PictureInfo;

/// What a camera of one's own is called, and the ISO of pictures that do not state theirs.
final class OwnCameraFields extends Div {

    private static final long serialVersionUID = 1L;

    private final TextField camera = new TextField(t("Name of the camera"));
    private final IntegerField iso = new IntegerField(t("ISO"));

    OwnCameraFields() {
        addClassName("studio-form-fields");
        camera.setMaxLength(100);
        iso.setHelperText(t("Only for noisy pictures that do not say it themselves, in EXIF or in their name."));
        add(camera, iso);
    }

    /// Proposes the camera that the first noisy picture names.
    void suggest(List<PairFinder.Found> pairs) {
        pairs.stream()
                .findFirst()
                .flatMap(pair -> pair.noisy().picture())
                .flatMap(PictureInfo::camera)
                .ifPresent(camera::setValue);
    }

    void name(String name) {
        camera.setValue(name);
    }

    String name() {
        return camera.getValue();
    }

    /// Whether there is no name yet; the field then says so.
    boolean nameIsMissing() {
        if (camera.getValue().isBlank()) {
            camera.setInvalid(true);
            camera.setErrorMessage(t("A name is needed."));
            return true;
        }
        return false;
    }

    /// @return null where nothing is said
    Integer iso() {
        return iso.getValue();
    }
}
