package studio.diorama.frontend.session;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Gives each visitor the studio's language that their browser asks for first: German or English, English for the rest.
@Singleton
public class PageLanguage {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN);

    void attach(@Observes ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setLocale(chosenBy(init.getRequest())));
        event.addIndexHtmlRequestListener(answer -> answer.getDocument()
                .selectFirst("html")
                .attr("lang", language(answer.getVaadinRequest()).getLanguage()));
    }

    private static Locale language(VaadinRequest request) {
        return Optional.ofNullable(VaadinSession.getCurrent())
                .map(VaadinSession::getLocale)
                .orElseGet(() -> chosenBy(request));
    }

    private static Locale chosenBy(VaadinRequest request) {
        return best(Collections.list(request.getLocales()));
    }

    /// @param wanted what a browser asks for, best first
    static Locale best(List<Locale> wanted) {
        return wanted.stream()
                .flatMap(locale ->
                        SPOKEN.stream().filter(own -> own.getLanguage().equals(locale.getLanguage())))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
