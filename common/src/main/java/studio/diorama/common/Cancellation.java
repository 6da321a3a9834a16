package studio.diorama.common;

/// How long work learns that it should stop: it asks often, at least every second, and stops without leaving half a
/// result.
@FunctionalInterface
public interface Cancellation {

    /// Work that nobody cancels.
    Cancellation NEVER = () -> false;

    boolean isRequested();

    /// @throws DioramaException with [ErrorCode#CANCELLED] once somebody has asked for a stop
    default void throwIfRequested() {
        if (isRequested()) {
            throw new DioramaException(ErrorCode.CANCELLED, "The work was cancelled on request.");
        }
    }
}
