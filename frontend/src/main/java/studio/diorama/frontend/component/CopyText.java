package studio.diorama.frontend.component;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/// A text to take elsewhere, with a button that copies it.
public class CopyText extends Div {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final Span told = new Span();

    /// @param label what the text is
    public CopyText(String label, String text) {
        this.text = text;
        Paragraph name = new Paragraph(label);
        name.addClassName("studio-meta");
        name.getStyle().setMargin("0");
        Div shown = new Div(text);
        shown.addClassName("studio-mono");
        shown.getStyle()
                .set("overflow-wrap", "anywhere")
                .set("user-select", "all")
                .set("white-space", "pre-wrap");
        Button copy = new Button(t("Copy"), VaadinIcon.COPY_O.create(), click -> copy());
        told.addClassName("studio-meta");
        told.getElement().setAttribute("role", "status");
        Div line = new Div(copy, told);
        line.addClassName("studio-actions");
        add(name, shown, line);
    }

    private void copy() {
        getElement()
                .executeJs("return navigator.clipboard.writeText($0)", text)
                .then(
                        copied -> told.setText(t("Copied.")),
                        refused -> told.setText(t("The browser does not allow it. Select the text and copy it.")));
    }
}
