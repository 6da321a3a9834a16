package studio.diorama.frontend.job;

import static studio.diorama.frontend.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.job.Job;

/// Why a job failed, and what helps.
class JobFailure extends Div {

    private static final long serialVersionUID = 1L;

    JobFailure(Job.Failure failure) {
        addClassNames("studio-notice", "error");
        getElement().setAttribute("role", "alert");
        add(new H2(t("It did not work")), new Paragraph(failure.message()), new Paragraph(advice(failure.code())));
    }

    private static String advice(ErrorCode code) {
        return switch (code) {
            case WORKER_LOST ->
                t("A retry is worth trying once; if the worker is lost again, the input is the likely cause.");
            case OUT_OF_MEMORY -> t("Smaller pictures, or a worker with more memory, will help.");
            case STORAGE_FULL, UNAVAILABLE -> t("The cause is the machine, not your job: retry when it is mended.");
            case INTERNAL, DAMAGED -> t("Tell your operator; the log below helps them.");
            case INVALID_INPUT,
                    MALFORMED_REQUEST,
                    UNSUPPORTED_MEDIA,
                    TOO_LARGE,
                    NOT_FOUND,
                    CONFLICT,
                    GONE,
                    CHECKSUM_MISMATCH -> t("A retry would end the same way: start again with changes.");
            case NOT_SIGNED_IN, FORBIDDEN, PRECONDITION_FAILED, PRECONDITION_REQUIRED, RATE_LIMITED, CANCELLED ->
                t("Retry it when the reason is gone.");
        };
    }
}
