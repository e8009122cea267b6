/** What the tests of the running service share: its nodes, its neighbours, and the people who meet on it. */
@NullMarked
package com.realtimeconnect.interaction.stage;

import org.jspecify.annotations.NullMarked;
