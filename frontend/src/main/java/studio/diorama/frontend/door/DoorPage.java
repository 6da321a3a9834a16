package studio.diorama.frontend.door;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;

/// A page for whoever is not inside yet: the logo, one heading, one thing to do.
abstract class DoorPage extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final H1 heading = new H1();
    private final Div card = new Div();

    DoorPage() {
        addClassName("studio-door");
        card.addClassName("studio-door-card");
        add(card);
    }

    void show(String title, Component... parts) {
        heading.setText(title);
        card.removeAll();
        card.add(new Image("diorama/logo.svg", ""), heading);
        card.add(parts);
    }

    @Override
    public String getPageTitle() {
        return heading.getText() + " · Diorama";
    }

    static Paragraph lead(String text) {
        Paragraph lead = new Paragraph(text);
        lead.addClassName("studio-meta");
        lead.getStyle().set("text-align", "center");
        return lead;
    }

    /// A way on to another page.
    static Paragraph link(String path, String text) {
        Anchor anchor = new Anchor(path, text);
        anchor.setRouterIgnore(true);
        Paragraph line = new Paragraph(anchor);
        line.getStyle().set("text-align", "center");
        return line;
    }

    /// @param tone `info`, `warning` or `error`
    static Div notice(String tone, String text, Component... more) {
        Div notice = new Div(new Paragraph(text));
        notice.addClassNames("studio-notice", tone);
        notice.getElement().setAttribute("role", "error".equals(tone) ? "alert" : "status");
        notice.getStyle().set("margin-block", "1rem");
        notice.add(more);
        return notice;
    }
}
