package studio.diorama.frontend.door;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.dom.Element;
import studio.diorama.common.ErrorCode;

/// `<diorama-form>`: a form that makes or ends a session, which only an HTTP answer can; see `diorama/door-form.js`.
@Tag("diorama-form")
public class DoorForm extends Component {

    private static final long serialVersionUID = 1L;

    private final Element form = new Element("form");

    /// @param action where it is posted
    /// @param next the path of this site to go to once it worked
    /// @param button the word on the button
    public DoorForm(String action, String next, String button, Component... fields) {
        getElement()
                .setAttribute("action", action)
                .setAttribute("next", LocalPath.orHome(next))
                .setAttribute("unreachable", t("The studio does not answer. Check the connection and try again."))
                .appendChild(form);
        form.setAttribute("novalidate", true);
        for (Component field : fields) {
            form.appendChild(field.getElement());
        }
        Button submit = new Button(button);
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.getElement().setAttribute("data-submit", true);
        Element notice = new Element("div");
        notice.getClassList().add("studio-notice");
        notice.getClassList().add("error");
        notice.setAttribute("role", "alert").setAttribute("hidden", true);
        // Without a submit button of its own a form with several fields ignores the Enter key.
        Element enter = new Element("button").setAttribute("type", "submit").setAttribute("hidden", true);
        form.appendChild(notice, submit.getElement(), enter);
    }

    /// Sends a value along that nobody types.
    public DoorForm with(String name, String value) {
        form.appendChild(new Element("input")
                .setAttribute("type", "hidden")
                .setAttribute("name", name)
                .setAttribute("value", value));
        return this;
    }

    /// Says a refusal in words of this form, instead of the server's own.
    public DoorForm saying(ErrorCode code, String words) {
        getElement().setAttribute("message-" + code.name().toLowerCase(java.util.Locale.ROOT), words);
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://diorama/door-form.js");
    }
}
