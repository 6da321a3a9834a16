package studio.diorama.frontend.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import studio.diorama.persistence.asset.Asset;

/// `<diorama-noise-report>`: what was measured of a noise model, or of a pair, drawn; see `diorama/noise-report.js`.
@Tag("diorama-noise-report")
public class NoiseReport extends HtmlComponent {

    private static final long serialVersionUID = 1L;

    public NoiseReport(Asset report) {
        getElement().setAttribute("src", "/api/v1/assets/" + report.id() + "/content");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://diorama/noise-report.js");
    }
}
