package studio.diorama.frontend.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import studio.diorama.auth.Actor;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.frontend.component.Notices;

/// Stands before every page: nobody gets in without a sign-in, failures become words, and the look is the one chosen.
@Singleton
public class PageGuard {

    private final Viewer viewer;

    PageGuard(Viewer viewer) {
        this.viewer = viewer;
    }

    void attach(@Observes ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(
                        session -> session.getSession().setErrorHandler(failure -> handle(failure.getThrowable())));
        event.getSource().addUIInitListener(init -> {
            UI ui = init.getUI();
            viewer.adopt(ui, VaadinRequest.getCurrent());
            viewer.find().ifPresent(actor -> dress(ui, actor));
            ui.addBeforeEnterListener(this::check);
        });
    }

    private void check(BeforeEnterEvent event) {
        boolean open = event.getNavigationTarget().isAnnotationPresent(Open.class)
                || DioramaErrorView.class.isAssignableFrom(event.getNavigationTarget());
        if (!open && viewer.find().isEmpty()) {
            String wanted = event.getLocation().getPathWithQueryParameters();
            event.forwardTo(
                    "sign-in", QueryParameters.simple(wanted.isEmpty() ? Map.of() : Map.of("next", "/" + wanted)));
        }
    }

    private static void dress(UI ui, Actor actor) {
        ui.getPage()
                .setColorScheme(
                        switch (actor.account().colorScheme()) {
                            case SYSTEM -> com.vaadin.flow.component.page.ColorScheme.Value.LIGHT_DARK;
                            case LIGHT -> com.vaadin.flow.component.page.ColorScheme.Value.LIGHT;
                            case DARK -> com.vaadin.flow.component.page.ColorScheme.Value.DARK;
                        });
    }

    private static void handle(Throwable failure) {
        Optional<DioramaException> known = Failures.known(failure);
        if (UI.getCurrent() == null) {
            // A page that is gone, such as one whose connection broke, has nobody left to tell.
            if (known.isEmpty()) {
                Failures.report(failure);
            }
            return;
        }
        if (known.filter(e -> e.code() == ErrorCode.NOT_SIGNED_IN).isPresent()) {
            UI.getCurrent().getPage().setLocation("/sign-in");
            return;
        }
        Notices.error(known.map(DioramaException::getMessage).orElseGet(() -> Failures.report(failure)));
    }
}
