package studio.diorama.persistence.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;
import studio.diorama.persistence.idempotency.IdempotencyRepository.Answer;
import studio.diorama.persistence.idempotency.IdempotencyRepository.Known;
import studio.diorama.persistence.testing.DatabaseContract;

class IdempotencyRepositoryTest extends DatabaseContract {

    private static final Answer MADE = new Answer(201, "/made", "{}");

    private IdempotencyRepository keys;
    private UUID account;
    private Instant begun;

    @BeforeEach
    void open() {
        keys = new IdempotencyRepository(database);
        begun = Instant.parse("2026-03-04T05:06:07Z").truncatedTo(ChronoUnit.MICROS);
        account = studio.accounts
                .create(UUID.randomUUID() + "@example.org", "Ada", null, null, false, begun)
                .id();
    }

    @Test
    void theSecondAskerGetsTheAnswerOfTheFirst() {
        assertThat(keys.begin(account, "k", "hash", begun)).isEmpty();
        assertThat(keys.begin(account, "k", "hash", begun.plusSeconds(1)))
                .contains(new Known("hash", Optional.empty()));
        keys.finish(account, "k", begun, MADE);
        assertThat(keys.begin(account, "k", "other", begun.plus(Duration.ofHours(1))))
                .contains(new Known("hash", Optional.of(MADE)));
    }

    @Test
    void aFailedRequestLetsGoOfItsKey() {
        keys.begin(account, "k", "hash", begun);
        keys.abandon(account, "k", begun);
        assertThat(keys.begin(account, "k", "other", begun.plusSeconds(1))).isEmpty();
    }

    @Test
    void aRequestWhoseProcessDiedGivesItsKeyToTheNextAndCannotFinish() {
        keys.begin(account, "k", "hash", begun);
        Instant later = begun.plus(Duration.ofMinutes(6));
        assertThat(keys.begin(account, "k", "hash", later)).isEmpty();
        assertThatThrownBy(() -> keys.finish(account, "k", begun, MADE)).isInstanceOf(DioramaException.class);
        keys.abandon(account, "k", begun);
        keys.finish(account, "k", later, MADE);
        assertThat(keys.begin(account, "k", "hash", later.plusSeconds(1)))
                .contains(new Known("hash", Optional.of(MADE)));
    }
}
