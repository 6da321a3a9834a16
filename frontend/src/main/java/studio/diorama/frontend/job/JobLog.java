package studio.diorama.frontend.job;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Pre;
import java.util.List;
import java.util.stream.Collectors;
import studio.diorama.frontend.Figures;
import studio.diorama.persistence.job.JobLogLine;

/// What the workers wrote about a job.
class JobLog extends Details {

    private static final long serialVersionUID = 1L;

    private final Pre text = new Pre();

    JobLog() {
        add(text);
    }

    void show(List<JobLogLine> lines) {
        setSummaryText(t("Log ({0})", lines.size()));
        text.setText(
                lines.isEmpty()
                        ? t("Nothing was written.")
                        : lines.stream().map(JobLog::line).collect(Collectors.joining("\n")));
    }

    private static String line(JobLogLine line) {
        return "%s  #%d  %s".formatted(Figures.moment(line.at()), line.attempt(), line.text());
    }
}
