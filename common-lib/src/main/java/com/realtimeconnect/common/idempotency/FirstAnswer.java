package com.realtimeconnect.common.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What is kept under an idempotency key.
 *
 * @param fingerprint of the body
 * @param status of the answer, or 0 while the first request is being served
 * @param body of the answer, hidden by {@link AnswerCipher}
 */
record FirstAnswer(
        String fingerprint,
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String body) {

    static FirstAnswer underWay(String fingerprint) {
        return new FirstAnswer(fingerprint, 0, null, null, null);
    }

    boolean isUnderWay() {
        return status == 0;
    }
}
