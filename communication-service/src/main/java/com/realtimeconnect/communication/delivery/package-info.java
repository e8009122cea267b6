/**
 * What reaches people while they are connected. The database is the truth about a room, and its numbers are the order:
 * each socket has a cursor in each room, and a hint that comes late, twice or never is made good from the database.
 */
@NullMarked
package com.realtimeconnect.communication.delivery;

import org.jspecify.annotations.NullMarked;
