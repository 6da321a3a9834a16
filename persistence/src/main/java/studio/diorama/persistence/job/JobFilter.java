package studio.diorama.persistence.job;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Which of a project's jobs to list.
///
/// @param states only these; empty for all
/// @param pipeline only this one's
/// @param accountId only those that this person started
/// @param releasedOnly only those whose results are open to viewers
public record JobFilter(
        Set<JobState> states, Optional<String> pipeline, Optional<UUID> accountId, boolean releasedOnly) {

    /// All of them.
    public static final JobFilter ALL = new JobFilter(Set.of(), Optional.empty(), Optional.empty(), false);

    public JobFilter {
        states = Set.copyOf(states);
    }

    String condition() {
        return (states.isEmpty() ? "" : " and j.state in (:states)")
                + (pipeline.isEmpty() ? "" : " and j.pipeline = :pipeline")
                + (accountId.isEmpty() ? "" : " and j.accountId = :account")
                + (releasedOnly ? " and j.releasedAt is not null" : "");
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (!states.isEmpty()) {
            parameters.put("states", states);
        }
        pipeline.ifPresent(name -> parameters.put("pipeline", name));
        accountId.ifPresent(account -> parameters.put("account", account));
        return parameters;
    }
}
