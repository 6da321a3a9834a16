package studio.diorama.backend.rest.internal;

import java.time.Duration;

/// Refused for its pace; the answer says how long to wait.
public final class TooManyRequests extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public TooManyRequests(String message, Duration wait) {
        super(message);
        this.wait = wait;
    }

    Duration waitTime() {
        return wait;
    }
}
