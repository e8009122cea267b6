package com.realtimeconnect.history;

import com.realtimeconnect.test.LocalServicesInitializer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/** Runs the service on a free port over real stores, with {@link HistoryNeighbours} as the other services. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {LocalServicesInitializer.class, HistoryNeighbours.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface HistoryTest {}
