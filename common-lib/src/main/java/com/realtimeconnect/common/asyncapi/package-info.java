/** Describes what goes over the sockets of a service, generated from what the service registered. */
@NullMarked
package com.realtimeconnect.common.asyncapi;

import org.jspecify.annotations.NullMarked;
