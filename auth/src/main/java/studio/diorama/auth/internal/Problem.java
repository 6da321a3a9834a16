package studio.diorama.auth.internal;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import studio.diorama.common.ErrorCode;

/// Ends a request with problem details (RFC 9457), for refusals that come before any service.
final class Problem {

    private Problem() {}

    static void end(RoutingContext context, HttpResponseStatus status, ErrorCode code, String detail) {
        JsonObject body = new JsonObject()
                .put("type", "about:blank")
                .put("title", status.reasonPhrase())
                .put("status", status.code())
                .put("detail", detail)
                .put("code", code.name());
        context.response()
                .setStatusCode(status.code())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(body.encode());
    }
}
