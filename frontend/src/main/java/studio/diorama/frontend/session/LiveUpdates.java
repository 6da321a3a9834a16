package studio.diorama.frontend.session;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import studio.diorama.auth.Actor;
import studio.diorama.backend.live.ChangeFeed;
import studio.diorama.persistence.change.Change;

/// Keeps an open page up to date, and closes it when its reader may no longer see it.
@ApplicationScoped
public class LiveUpdates {

    /// At most four pushes a second a page.
    private static final Duration REST = Duration.ofMillis(250);

    private static final Duration RIGHTS_CHECK = Duration.ofSeconds(4);

    private final ChangeFeed feed;
    private final Viewer viewer;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().daemon().name("live-pages").factory());

    LiveUpdates(ChangeFeed feed, Viewer viewer) {
        this.feed = feed;
        this.viewer = viewer;
    }

    /// Calls `refresh` on the page whenever something changes that `concerns` it, from attach to detach.
    ///
    /// @param mayStay asked every few seconds with the present actor; the page is left once it says no
    public void follow(Component view, Predicate<Change> concerns, Predicate<Actor> mayStay, Runnable refresh) {
        view.addAttachListener(attached -> {
            UI ui = attached.getUI();
            AtomicBoolean pending = new AtomicBoolean();
            ChangeFeed.Subscription subscription = feed.subscribe(changes -> {
                if (concern(changes, concerns) && pending.compareAndSet(false, true)) {
                    timer.schedule(() -> push(ui, view, pending, refresh), REST.toMillis(), TimeUnit.MILLISECONDS);
                }
            });
            ScheduledFuture<?> rights = timer.scheduleWithFixedDelay(
                    () -> leaveIfLost(ui, mayStay),
                    RIGHTS_CHECK.toMillis(),
                    RIGHTS_CHECK.toMillis(),
                    TimeUnit.MILLISECONDS);
            view.addDetachListener(detached -> {
                detached.unregisterListener();
                subscription.close();
                rights.cancel(false);
            });
        });
    }

    private static boolean concern(List<Change> changes, Predicate<Change> concerns) {
        return changes.stream().anyMatch(concerns);
    }

    private static void push(UI ui, Component view, AtomicBoolean pending, Runnable refresh) {
        pending.set(false);
        access(ui, () -> {
            if (view.isAttached()) {
                refresh.run();
            }
        });
    }

    private void leaveIfLost(UI ui, Predicate<Actor> mayStay) {
        BooleanSupplier lost = () -> {
            Optional<Actor> actor = viewer.stillThere(ui);
            return actor.isEmpty() || !mayStay.test(actor.orElseThrow());
        };
        if (lost.getAsBoolean()) {
            access(ui, () -> ui.getPage().setLocation("/"));
        }
    }

    private static void access(UI ui, Runnable work) {
        if (ui.isAttached()) {
            ui.access(work::run);
        }
    }
}
