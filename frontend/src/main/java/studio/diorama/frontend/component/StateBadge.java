package studio.diorama.frontend.component;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import studio.diorama.frontend.job.StateWords;
import studio.diorama.persistence.job.JobState;

/// A job's state, by icon and word.
public class StateBadge extends Span {

    private static final long serialVersionUID = 1L;

    public StateBadge(JobState state) {
        super(StateWords.name(state));
        addClassNames("studio-badge", state.name().toLowerCase(Locale.ROOT));
    }
}
