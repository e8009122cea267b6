/**
 * The interaction itself: its states, who may move it from one to the next, the row and the consent log that remember
 * it, and the copy of it that each node holds for the signaling path. Every other room asks {@link
 * com.realtimeconnect.interaction.interaction.Interactions} to change something and hears of changes by {@link
 * com.realtimeconnect.interaction.interaction.InteractionRecorded}, in their transaction, or {@link
 * com.realtimeconnect.interaction.interaction.InteractionMoved}, after it. Changes of different interactions that come at
 * the same moment share a transaction.
 */
@NullMarked
package com.realtimeconnect.interaction.interaction;

import org.jspecify.annotations.NullMarked;
