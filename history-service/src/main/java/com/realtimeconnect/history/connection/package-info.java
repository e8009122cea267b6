/** Connections: the permission of two people to chat, from the moment both kept until one of them removes it. */
@NullMarked
package com.realtimeconnect.history.connection;

import org.jspecify.annotations.NullMarked;
