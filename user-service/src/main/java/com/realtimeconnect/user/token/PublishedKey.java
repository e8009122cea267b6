package com.realtimeconnect.user.token;

import java.security.interfaces.ECPublicKey;

/** A key that tokens can be verified with, as strangers see it. */
record PublishedKey(String id, ECPublicKey publicKey) {}
