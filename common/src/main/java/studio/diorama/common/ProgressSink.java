package studio.diorama.common;

/// Where long work says how far it is.
@FunctionalInterface
public interface ProgressSink {

    /// Somebody who does not listen.
    ProgressSink NONE = (stage, fraction) -> {};

    /// @param stage what is being done, a few words for a person
    /// @param fraction of the whole work that is done, 0 to 1, never falling
    void report(String stage, double fraction);
}
