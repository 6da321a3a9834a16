package studio.diorama.frontend.door;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.Map;

/// A field of a [DoorForm]. It looks like any other, but what is typed goes into the form's request alone: a password
/// never becomes part of the page's state on the server.
@Uses(TextField.class)
@Uses(EmailField.class)
@Uses(PasswordField.class)
public final class DoorField extends Component {

    private static final long serialVersionUID = 1L;

    /// The least that a password needs; `auth` has the last word.
    private static final int PASSWORD_CHARACTERS = 10;

    private DoorField(String tag, String label, String autocomplete) {
        super(new Element(tag));
        getElement()
                .setProperty("label", label)
                .setProperty("required", true)
                .setProperty("errorMessage", t("This is needed."))
                .setProperty("autocomplete", autocomplete);
    }

    public static DoorField email(String name) {
        DoorField field = new DoorField("vaadin-email-field", t("E-mail address"), "username");
        field.getElement().setProperty("errorMessage", t("An address such as name@example.org is needed."));
        return field.named(name);
    }

    /// An address that is known already: shown, and told to the browser's password store, but not sent.
    public static DoorField knownEmail(String email) {
        DoorField field = new DoorField("vaadin-email-field", t("E-mail address"), "username");
        field.getElement()
                .setProperty("value", email)
                .setProperty("readonly", true)
                .setProperty("required", false);
        return field;
    }

    public static DoorField name(String name) {
        return new DoorField("vaadin-text-field", t("Your name"), "name").named(name);
    }

    public static DoorField password(String label, String name) {
        return hidden(label, "current-password").named(name);
    }

    public static DoorField newPassword(String name) {
        DoorField field = hidden(t("New password"), "new-password").named(name);
        field.getElement()
                .setProperty("minlength", PASSWORD_CHARACTERS)
                .setProperty(
                        "helperText", t("At least {0} characters. A few words in a row are good.", PASSWORD_CHARACTERS))
                .setProperty("errorMessage", t("At least {0} characters are needed.", PASSWORD_CHARACTERS));
        return field;
    }

    /// The same once more, which is compared and not sent.
    public static DoorField repeated(String name) {
        DoorField field = hidden(t("The same password again"), "new-password");
        field.getElement()
                .setAttribute("data-repeats", name)
                .setProperty("errorMessage", t("The two passwords differ."));
        return field;
    }

    /// Where the cursor stands at first.
    public DoorField focused() {
        getElement().setProperty("autofocus", true);
        return this;
    }

    private static DoorField hidden(String label, String autocomplete) {
        DoorField field = new DoorField("vaadin-password-field", label, autocomplete);
        field.getElement().setPropertyMap("i18n", Map.of("reveal", t("Show the password")));
        return field;
    }

    private DoorField named(String name) {
        getElement().setProperty("name", name);
        return this;
    }
}
