package com.realtimeconnect.test.badhouse.cellar;

import com.realtimeconnect.test.badhouse.kitchen.Cook;
import org.jspecify.annotations.Nullable;

/** Needs the kitchen, which needs the wine. */
public record Wine(@Nullable Cook buyer) {}
