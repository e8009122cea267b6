package com.realtimeconnect.test.badhouse.kitchen;

import com.realtimeconnect.test.badhouse.cellar.Wine;

/** Needs the cellar, which needs the cook. */
public record Cook(Wine wine) {}
