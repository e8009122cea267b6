package com.realtimeconnect.common.limit;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Says {@code Connection: close} with each refusal that leaves some of the body unread (RFC 9112, section 9.6). Jetty
 * closes the connection then in any case, but notices too late to say so where the refusal was flushed; the client's
 * next request would get lost in it.
 */
class UnreadBodyHandler extends Handler.Wrapper {

    private static final HttpField CLOSE = new HttpField(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        request.addHttpStreamWrapper(stream -> new HttpStream.Wrapper(stream) {
            @Override
            public void prepareResponse(HttpFields.Mutable headers) {
                super.prepareResponse(headers);
                if (response.getStatus() >= 400 && consumeAvailable() != null) {
                    headers.put(CLOSE);
                }
            }
        });
        return super.handle(request, response, callback);
    }
}
