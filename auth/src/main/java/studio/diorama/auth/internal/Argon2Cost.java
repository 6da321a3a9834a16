package studio.diorama.auth.internal;

/// How much work one guess of a password costs.
///
/// @param memoryKibibytes memory that one computation fills, in KiB
/// @param iterations passes over that memory
/// @param lanes parts of it that could be computed side by side
record Argon2Cost(int memoryKibibytes, int iterations, int lanes) {

    /// The first choice of OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
    static final Argon2Cost RECOMMENDED = new Argon2Cost(19_456, 2, 1);

    Argon2Cost {
        if (lanes < 1 || iterations < 1 || memoryKibibytes < 8 * lanes) {
            throw new IllegalArgumentException("Argon2: at least 1 lane, 1 pass and 8 KiB a lane expected, got "
                    + "m=%d, t=%d, p=%d".formatted(memoryKibibytes, iterations, lanes));
        }
    }
}
