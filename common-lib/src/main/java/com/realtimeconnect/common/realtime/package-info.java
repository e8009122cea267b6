/**
 * Reaches a person on whichever node holds their sockets: this node's sockets, the routes of all nodes in Redis, and the
 * channel each node listens on. Transport only: what is sent is the features' business.
 */
@NullMarked
package com.realtimeconnect.common.realtime;

import org.jspecify.annotations.NullMarked;
