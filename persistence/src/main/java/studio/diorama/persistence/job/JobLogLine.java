package studio.diorama.persistence.job;

import java.time.Instant;

/// A line that a worker wrote about a job.
///
/// @param number rises
/// @param attempt in which attempt
/// @param at when
/// @param text one line, for people
public record JobLogLine(long number, int attempt, Instant at, String text) {}
