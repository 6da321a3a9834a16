package studio.diorama.frontend.account;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import studio.diorama.frontend.Figures;
import studio.diorama.frontend.component.Facts;
import studio.diorama.persistence.worker.WorkerNode;

/// A worker process.
class WorkerCard extends Div {

    private static final long serialVersionUID = 1L;

    /// @param drain takes whether the worker shall take no new jobs
    WorkerCard(WorkerNode worker, BiConsumer<WorkerNode, Boolean> drain) {
        addClassName("studio-card");
        Span state = new Span(worker.draining() ? t("Takes no new jobs") : t("Takes jobs"));
        state.addClassNames("studio-badge", worker.draining() ? "cancelled" : "succeeded");
        Facts facts = new Facts().with(t("Device"), worker.device());
        if (worker.gpuBytes() > 0) {
            facts.with(t("GPU memory"), Figures.bytes(worker.gpuBytes()));
        }
        facts.with(t("Jobs side by side"), Figures.count(worker.threads()))
                .with(t("Runs"), worker.pipelines().stream().sorted().collect(Collectors.joining(", ")))
                .with(t("Started"), Figures.moment(worker.startedAt()))
                .with(t("Last sign of life"), Figures.moment(worker.lastSeenAt()));
        Button button = worker.draining()
                ? new Button(t("Take jobs again"), VaadinIcon.PLAY.create(), click -> drain.accept(worker, false))
                : new Button(t("Drain"), VaadinIcon.PAUSE.create(), click -> drain.accept(worker, true));
        button.setTooltipText(
                worker.draining()
                        ? t("Jobs may start here again.")
                        : t("Running jobs end as usual; no new ones start here."));
        button.getStyle().set("align-self", "start");
        add(new H3(worker.name()), state, facts, button);
    }
}
