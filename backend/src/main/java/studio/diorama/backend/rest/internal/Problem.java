package studio.diorama.backend.rest.internal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A refusal or failure as RFC 9457 writes it.
///
/// @param type always `about:blank`: `code` tells kinds apart
/// @param title the status in words
/// @param status the HTTP status once more
/// @param detail what was expected, what came, what to do
/// @param code the kind of failure, one of `ErrorCode`
/// @param instance for the server's own mistakes, the id under which its log knows more
@Schema(name = "Problem", description = "A refusal or failure (RFC 9457)")
public record Problem(
        @Schema(description = "Always about:blank: code tells kinds apart")
        String type,

        @Schema(description = "The status in words") String title,
        @Schema(description = "The HTTP status once more") int status,

        @Schema(description = "What was expected, what came, what to do")
        String detail,

        @Schema(description = "The kind of failure, for programs")
        String code,

        @Schema(description = "For the server's own mistakes: the id under which its log knows more")
        String instance) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
