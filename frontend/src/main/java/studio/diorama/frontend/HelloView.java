package studio.diorama.frontend;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;

@Route("")
public class HelloView extends H1 {
    public HelloView() {
        super("Diorama");
    }
}
