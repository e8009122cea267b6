package com.realtimeconnect.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Skips where no browser is installed, never in CI. */
final class RequiresChromium implements ExecutionCondition {

    private static final Logger log = LoggerFactory.getLogger(RequiresChromium.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.isInstalled() || "true".equals(System.getenv("CI"))) {
            return ConditionEvaluationResult.enabled("Chromium is installed, or this is CI");
        }
        log.warn(
                "{} is SKIPPED: Chromium is not installed. On Debian: apt-get install chromium",
                context.getDisplayName());
        return ConditionEvaluationResult.disabled("Chromium is not installed");
    }
}
