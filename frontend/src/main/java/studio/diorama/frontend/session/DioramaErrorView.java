package studio.diorama.frontend.session;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.RouterLink;
import jakarta.servlet.http.HttpServletResponse;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.frontend.project.ProjectsView;

/// What stands in place of a page that cannot be shown.
abstract class DioramaErrorView extends Main {

    private static final long serialVersionUID = 1L;

    int show(String title, String message, int status) {
        removeAll();
        addClassNames("studio-empty", "no-results");
        add(new H1(title), new Paragraph(message), new RouterLink(t("To your projects"), ProjectsView.class));
        return status;
    }

    /// A page of an object that is not there, or not for this person: both look the same.
    public static class Known extends DioramaErrorView implements HasErrorParameter<DioramaException> {

        private static final long serialVersionUID = 1L;

        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<DioramaException> parameter) {
            DioramaException failure = parameter.getException();
            if (failure.code() == ErrorCode.NOT_SIGNED_IN) {
                event.forwardTo("sign-in");
            }
            boolean absent = failure.code() == ErrorCode.NOT_FOUND;
            return show(
                    absent ? t("Nothing here") : t("This page cannot be shown"),
                    failure.getMessage(),
                    absent ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /// An address that leads nowhere.
    public static class UnknownAddress extends DioramaErrorView
            implements HasErrorParameter<com.vaadin.flow.router.NotFoundException> {

        private static final long serialVersionUID = 1L;

        @Override
        public int setErrorParameter(
                BeforeEnterEvent event, ErrorParameter<com.vaadin.flow.router.NotFoundException> parameter) {
            return show(
                    t("Nothing here"),
                    t("This address leads to no page. It may have been mistyped, or what it led to was deleted."),
                    HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /// Diorama's own mistake.
    public static class Unexpected extends DioramaErrorView implements HasErrorParameter<Exception> {

        private static final long serialVersionUID = 1L;

        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
            return show(
                    t("This page cannot be shown"),
                    Failures.report(parameter.getException()),
                    HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
