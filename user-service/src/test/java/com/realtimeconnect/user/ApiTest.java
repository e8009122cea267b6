package com.realtimeconnect.user;

import com.realtimeconnect.test.IntegrationTest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.context.TestConstructor;

/** A test over HTTP; its constructor takes a {@link UserApi} and any bean. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@IntegrationTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@ExtendWith(ClockReset.class)
public @interface ApiTest {}
