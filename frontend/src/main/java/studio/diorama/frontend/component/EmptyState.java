package studio.diorama.frontend.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/// What stands where nothing is yet: a picture, what belongs here, how it comes.
public class EmptyState extends Section {

    private static final long serialVersionUID = 1L;

    /// @param picture `projects`, `photos`, `jobs` or `no-results`
    public EmptyState(String picture, String title, String text, Component... actions) {
        addClassNames("studio-empty", picture);
        add(new H2(title), new Paragraph(text));
        add(actions);
    }
}
