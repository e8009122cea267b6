package com.realtimeconnect.browser;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that needs {@link Browsers}. Where Chromium is missing it is skipped and says so; in CI it fails instead. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith({RequiresChromium.class, SharedBrowsers.class})
@interface BrowserTest {}
