/** The rules of the house, seen failing. */
@NullMarked
package com.realtimeconnect.test;

import org.jspecify.annotations.NullMarked;
