/**
 * What happens because time passes. Every deadline is a column; the node that set it also sets a timer, so that it is kept
 * to the moment, and every node looks each second for deadlines that nobody kept. The sockets that a dead node held are
 * missed the same way.
 */
@NullMarked
package com.realtimeconnect.interaction.deadline;

import org.jspecify.annotations.NullMarked;
