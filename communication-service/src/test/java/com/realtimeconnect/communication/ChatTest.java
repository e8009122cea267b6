package com.realtimeconnect.communication;

import com.realtimeconnect.test.IntegrationTest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** One running node for all such tests, on which nobody sends too fast, and a slow machine still resumes in time. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@IntegrationTest
@TestPropertySource(properties = {"CHAT_RATE_PER_SECOND=0", "CHAT_RESUME_GRACE=3s"})
public @interface ChatTest {}
