package studio.diorama.backend.rest.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.UUID;
import studio.diorama.auth.Action;
import studio.diorama.auth.Actor;
import studio.diorama.auth.ProjectAccess;
import studio.diorama.auth.RateLimiter;
import studio.diorama.backend.job.JobService;
import studio.diorama.backend.rest.internal.Idempotency;
import studio.diorama.backend.rest.internal.TooManyRequests;
import studio.diorama.persistence.config.DioramaConfig;
import studio.diorama.persistence.job.JobSpec;

/// Starts jobs for those who ask through the API, at a bounded pace and each request once.
@ApplicationScoped
class JobStarter {

    private static final int REMEMBERED_ACCOUNTS = 10_000;

    private final JobService jobs;
    private final ProjectAccess access;
    private final Idempotency idempotency;
    private final RateLimiter limiter;

    JobStarter(
            JobService jobs, ProjectAccess access, Idempotency idempotency, InstantSource clock, DioramaConfig config) {
        this.jobs = jobs;
        this.access = access;
        this.idempotency = idempotency;
        this.limiter = new RateLimiter(config.limits().jobPostsPerMinute(), REMEMBERED_ACCOUNTS, clock);
    }

    Response start(Actor actor, UUID project, String key, NewJobBody body) {
        access.check(actor, Action.SEE_RELEASED, project);
        limiter.tryAcquire(actor.id().toString()).ifPresent(wait -> {
            throw new TooManyRequests(
                    "Too many jobs started in a minute (diorama.limits.job-posts-per-minute). Wait %d seconds."
                            .formatted(wait.toSeconds()),
                    wait);
        });
        JobSpec spec = body.readSpec();
        return idempotency.once(actor, key, "job.create " + project, body, () -> {
            JobView view = JobView.of(jobs.submit(actor, project, spec, body.options()));
            return new Idempotency.Made(JobResource.PATH + view.id(), view);
        });
    }
}
