/** The main job, played on a running stack by people that are made up for it. */
@NullMarked
package com.realtimeconnect.localstack.demo;

import org.jspecify.annotations.NullMarked;
