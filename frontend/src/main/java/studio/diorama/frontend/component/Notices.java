package studio.diorama.frontend.component;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/// Short messages over the page.
public final class Notices {

    private static final int SHOWN_MILLIS = 4000;

    private Notices() {}

    /// It worked.
    public static void done(String text) {
        Notification notice = new Notification(text, SHOWN_MILLIS, Notification.Position.BOTTOM_CENTER);
        notice.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        notice.open();
    }

    /// It did not; stays until it is closed.
    public static void error(String text) {
        Notification notice = new Notification();
        notice.setPosition(Notification.Position.BOTTOM_CENTER);
        notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notice.setAssertive(true);
        Button close = new Button(t("Close"), click -> notice.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        Div line = new Div(new Span(text + " "), close);
        notice.add(line);
        notice.open();
    }
}
