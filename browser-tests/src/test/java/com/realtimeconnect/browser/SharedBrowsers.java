package com.realtimeconnect.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the {@link Browsers} to whoever asks for them. They are opened for the first, and closed after the last test. */
final class SharedBrowsers implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedBrowsers.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().equals(Browsers.class);
    }

    @Override
    public Browsers resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Browsers.class, type -> Browsers.open(), Browsers.class);
    }
}
