package com.realtimeconnect.common.secret;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the refusal as a short report instead of a stack trace. */
class InsecureProductionAnalyzer extends AbstractFailureAnalyzer<InsecureProductionException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InsecureProductionException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Set each variable to a long random value, for example with: openssl rand -base64 48",
                cause);
    }
}
