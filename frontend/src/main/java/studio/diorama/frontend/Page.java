package studio.diorama.frontend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;

/// What every page has: one heading, what can be done beside it, and below it the content.
public abstract class Page extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final H1 heading = new H1();
    private final Div actions = new Div();
    private final Div content = new Div();

    protected Page() {
        addClassName("studio-page");
        Div head = new Div(heading, actions);
        head.addClassName("studio-page-head");
        actions.addClassName("studio-actions");
        add(head, content);
    }

    protected void title(String title) {
        heading.setText(title);
    }

    protected void actions(Component... components) {
        actions.removeAll();
        actions.add(components);
    }

    protected void content(Component... components) {
        content.removeAll();
        content.add(components);
    }

    @Override
    public String getPageTitle() {
        return heading.getText() + " · Diorama";
    }

    /// Lets a key press do what a click does; see `diorama/keys.js`.
    protected static <T extends Component> T onKey(T component, String key) {
        component.getElement().setAttribute("data-key", key);
        return component;
    }
}
