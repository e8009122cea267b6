package com.realtimeconnect.localstack;

import io.undertow.server.DefaultResponseListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.util.UUID;
import java.util.regex.Pattern;

/** A refusal by the gateway itself, as nginx says it in production, and the services say theirs (RFC 9457). */
final class GatewayProblem implements DefaultResponseListener {

    private static final HttpString CORRELATION_ID = new HttpString("X-Correlation-Id");
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    public boolean handleDefaultResponse(HttpServerExchange exchange) {
        if (!exchange.isResponseChannelAvailable() || exchange.getStatusCode() < StatusCodes.BAD_REQUEST) {
            return false;
        }
        if (exchange.getStatusCode() > StatusCodes.INTERNAL_SERVER_ERROR) {
            exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE);
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, 1);
        }
        var correlationId = correlationId(exchange);
        exchange.getResponseHeaders().put(CORRELATION_ID, correlationId);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/problem+json");
        exchange.getResponseSender().send(body(exchange.getStatusCode(), correlationId));
        return true;
    }

    private static String correlationId(HttpServerExchange exchange) {
        var proposed = exchange.getRequestHeaders().getFirst(CORRELATION_ID);
        return proposed != null && SANE.matcher(proposed).matches()
                ? proposed
                : UUID.randomUUID().toString();
    }

    private static String body(int status, String correlationId) {
        return switch (status) {
            case StatusCodes.NOT_FOUND -> body(status, "not-found", "There is no such thing", correlationId);
            case StatusCodes.METHOD_NOT_ALLOWED ->
                body(status, "method-not-allowed", "This verb is not offered here", correlationId);
            case StatusCodes.INTERNAL_SERVER_ERROR ->
                body(status, "internal-error", "Something went wrong on our side", correlationId);
            case StatusCodes.SERVICE_UNAVAILABLE ->
                body(status, "unavailable", "A part that is needed does not answer", correlationId);
            default -> body(status, "bad-request", "The request cannot be served", correlationId);
        };
    }

    private static String body(int status, String code, String title, String correlationId) {
        return """
                {"type":"urn:problem-type:connect:%s","title":"%s","status":%d,"code":"%s","correlationId":"%s"}\
                """.formatted(code, title, status, code, correlationId);
    }
}
