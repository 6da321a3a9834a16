package studio.diorama.frontend.account;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;

/// Ends this browser's session. A plain form, because its answer may lead on to the identity provider's own sign-out.
@Tag("form")
class SignOutForm extends Component {

    private static final long serialVersionUID = 1L;

    SignOutForm() {
        Button button = new Button(t("Sign out"), VaadinIcon.SIGN_OUT.create());
        button.addClickListener(click -> getElement().executeJs("this.submit()"));
        getElement()
                .setAttribute("method", "post")
                .setAttribute("action", "/sign-out")
                .appendChild(button.getElement());
    }
}
