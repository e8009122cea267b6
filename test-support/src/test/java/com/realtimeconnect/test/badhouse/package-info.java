/** Breaks each rule of the house once, so that a rule that sees nothing is noticed. */
@NullMarked
package com.realtimeconnect.test.badhouse;

import org.jspecify.annotations.NullMarked;
