package com.realtimeconnect.common.problem;

import java.net.URI;

/**
 * A kind of refusal that clients can rely on.
 *
 * @param code stable, kebab-case
 * @param title the same for each occurrence, in plain English
 * @param status the HTTP status, also told over STOMP
 */
public record ProblemType(String code, String title, int status) {

    /** The {@code type} member of RFC 9457. */
    public URI uri() {
        return URI.create("urn:problem-type:connect:" + code);
    }
}
