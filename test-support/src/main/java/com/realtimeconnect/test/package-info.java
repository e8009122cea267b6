/** What tests of every module share: real PostgreSQL and Redis, tokens, a clock moved by hand, clients, and the rules of the house. */
@NullMarked
package com.realtimeconnect.test;

import org.jspecify.annotations.NullMarked;
