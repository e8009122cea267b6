/**
 * A person's way through a queue: joining, waiting, leaving, coming back.
 *
 * <p>A person is in one queue at most, though each queue is a slot of its own in Redis. Joining therefore has two steps: the
 * <em>claim</em> ({@code claim_user.lua}, in the person's slot) names one ticket id and the window in which it may enter; the
 * <em>entry</em> ({@code join_queue.lua}, in the queue's slot) refuses it outside that window, and for a minute after it has
 * ended. So a ticket id is in a queue at most once, and the claim allows one ticket id at a time. What a crash leaves behind
 * heals like this:
 *
 * <ul>
 *   <li>after the claim, before the entry: the window closes after seconds, and then the claim of a ticket that is in no
 *       queue may be taken over by the next join; untouched it ends with its life.
 *   <li>after the entry, before the answer: the ticket is in line with a lease that nobody renews. It is set aside when the
 *       lease ends, and leaves after the grace; its owner, back on another node, is given it by {@code UserTracked} and goes on
 *       with the old place.
 *   <li>after a match or a leave, before the claim was released: the claim names a ticket that has ended. Whoever looks
 *       next (the renewal on the node with the socket, the next connect, the next join) releases it. Each node tells its
 *       own sockets, once ({@code Farewells}), and never before it told them that they queue.
 *   <li>Redis loses everything: the node that holds a person's socket holds their ticket too, finds it lost at the next
 *       renewal, claims the same ticket id again and enters it at the old place. So all nodes are told of a leave that Redis
 *       knows nothing of, and of a ticket whose owner's node it does not know; what a person was told has ended never comes
 *       back; and of two tickets that a person got because the claim of one was lost, the newer counts and the other is
 *       retired ({@code TicketKeeper}).
 *   <li>a node falls asleep between the steps: its window has closed when it wakes, and the entry is refused.
 * </ul>
 *
 * <p>A socket that drops while its ticket is on the way leaves the mark {@code away}, with which the ticket arrives set aside.
 * A person who was matched a moment ago cannot join again until interaction-service knows of it ({@code settle}).
 */
@NullMarked
package com.realtimeconnect.queuing.queue;

import org.jspecify.annotations.NullMarked;
