package com.realtimeconnect.common.problem;

import com.realtimeconnect.common.observability.CorrelationId;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Renders what the HTTP server refuses before the application sees it, such as headers that are too large. */
class ServerErrorHandler extends ErrorHandler {

    /**
     * Jetty closes the connection after a request line that it could not read, takes it for one of HTTP/1.0, to which that
     * need not be said, and answers as HTTP/1.1, where it must be (RFC 9112, section 9.6). It would take the header out if it
     * knew it for what it is.
     */
    private static final HttpField CLOSE = new HttpField(null, HttpHeader.CONNECTION.asString(), "close");

    private final JsonMapper json;

    ServerErrorHandler(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        var correlationId = CorrelationId.accept(request.getHeaders().get(CorrelationId.HEADER));
        describe(response.getHeaders(), correlationId);
        if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0) {
            response.getHeaders().add(CLOSE);
        }
        var problem = Problem.from(ProblemErrorController.problemOf(status), null, correlationId);
        response.write(true, ByteBuffer.wrap(json.writeValueAsBytes(problem)), callback);
    }

    private static void describe(HttpFields.Mutable headers, String correlationId) {
        headers.put(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        headers.put(CorrelationId.HEADER, correlationId);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
}
