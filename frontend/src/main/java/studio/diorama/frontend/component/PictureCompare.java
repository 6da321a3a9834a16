package studio.diorama.frontend.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;

/// `<diorama-compare>`: two pictures of one size, before and after; see `diorama/compare.js`.
@Tag("diorama-compare")
public class PictureCompare extends HtmlComponent implements HasSize {

    private static final long serialVersionUID = 1L;

    public void show(String before, String beforeLabel, String after, String afterLabel, String level) {
        getElement().setAttribute("before-label", beforeLabel);
        getElement().setAttribute("after-label", afterLabel);
        getElement().setAttribute("level", level);
        getElement().setAttribute("before", before);
        getElement().setAttribute("after", after);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://diorama/compare.js");
    }
}
