/** What the tests of several features share: a node as its clients see it, and two people with a room. */
@NullMarked
package com.realtimeconnect.communication;

import org.jspecify.annotations.NullMarked;
