package studio.diorama.persistence.database;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/// Names for new rows: UUIDs of version 7 (RFC 9562), which sort by the time they were made, so that a list by age is a
/// list by primary key. Those that one process makes within a millisecond follow each other too.
public final class Ids {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }
}
