package com.realtimeconnect.interaction.stage;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Takes the stage down when all tests are over, while the stores still answer. */
final class StageExtension implements BeforeAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(StageExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent("curtain", key -> (AutoCloseable) Stage::close, AutoCloseable.class);
    }
}
