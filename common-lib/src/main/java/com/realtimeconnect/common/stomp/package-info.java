/**
 * A STOMP 1.2 endpoint over WebSocket and SockJS: frames, explicit routes, receipts after the effect, bounded outbound
 * queues, heart-beats and close codes. It knows no feature: features register routes in a {@link
 * com.realtimeconnect.common.stomp.StompRouteRegistrar} and tell what is true of a person in a {@link
 * com.realtimeconnect.common.stomp.StateSource}.
 */
@NullMarked
package com.realtimeconnect.common.stomp;

import org.jspecify.annotations.NullMarked;
