package studio.diorama.frontend.component;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.util.Optional;
import studio.diorama.backend.job.JobOutlook;
import studio.diorama.frontend.Figures;
import studio.diorama.persistence.job.Job;

/// `<diorama-job-progress>`: how far a job is; see `diorama/job-progress.js`.
@Tag("diorama-job-progress")
public class JobProgressBar extends HtmlComponent {

    private static final long serialVersionUID = 1L;

    public void show(Job job, Optional<JobOutlook.Remaining> remaining, Optional<String> whyWaiting) {
        getElement().setProperty("state", job.state().name().toLowerCase(java.util.Locale.ROOT));
        getElement().setProperty("fraction", job.progress().fraction());
        getElement().setProperty("stage", job.progress().stage());
        getElement().setProperty("stageNumber", job.progress().stageNumber());
        getElement().setProperty("stageCount", job.progress().stageCount());
        getElement()
                .setProperty(
                        "eta",
                        remaining
                                .map(JobProgressBar::sentence)
                                .or(() -> whyWaiting)
                                .orElse(""));
        getElement()
                .setProperty(
                        "previewUrl",
                        job.progress()
                                .preview()
                                .map(hash -> "/api/v1/jobs/" + job.id() + "/preview?v=" + hash.substring(0, 12))
                                .orElse(""));
    }

    private static String sentence(JobOutlook.Remaining remaining) {
        String least = Figures.time(remaining.least());
        String most = Figures.time(remaining.most());
        return remaining.rough() ? t("about {0} to {1} left", least, most) : t("{0} to {1} left", least, most);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://diorama/job-progress.js");
    }
}
