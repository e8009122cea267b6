/** Where reads that may be a moment behind go: the read replica if there is one, else the primary. */
@NullMarked
package com.realtimeconnect.history.replica;

import org.jspecify.annotations.NullMarked;
