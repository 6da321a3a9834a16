package studio.diorama.frontend.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.util.UUID;

/// `<diorama-upload>`: takes files for a project, by drop or by choice; see `diorama/upload.js`.
@Tag("diorama-upload")
public class UploadZone extends HtmlComponent {

    private static final long serialVersionUID = 1L;

    /// @param mostBytes a larger file is refused before it is sent
    public UploadZone(UUID projectId, long mostBytes) {
        getElement().setAttribute("endpoint", "/api/v1/projects/" + projectId + "/uploads");
        getElement().setAttribute("accept", "image/png,image/jpeg,image/webp,image/tiff");
        getElement().setAttribute("max-size", Long.toString(mostBytes));
    }

    /// A low zone, where other things matter more.
    public UploadZone compact() {
        getElement().setAttribute("compact", true);
        return this;
    }

    /// Opens the file picker.
    public void pick() {
        getElement().callJsFunction("pick");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://diorama/upload.js");
    }
}
