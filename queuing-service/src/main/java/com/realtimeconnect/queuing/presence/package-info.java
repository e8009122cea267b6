/**
 * Who is here, as their connections see it. A person's sockets on any node are one presence: the highest of them counts, each
 * node vouches for its own by a lease, and a drop of a few seconds shows nobody offline.
 *
 * <p>Changes travel as hints by plain Redis publish: every node may have someone who watches, so sharded channels would
 * reach the same nodes. A lost hint is made good by looking again, every {@code presence.look-again}.
 */
@NullMarked
package com.realtimeconnect.queuing.presence;

import org.jspecify.annotations.NullMarked;
