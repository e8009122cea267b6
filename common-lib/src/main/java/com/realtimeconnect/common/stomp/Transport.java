package com.realtimeconnect.common.stomp;

import org.jspecify.annotations.Nullable;

/** The socket below the protocol. No method waits for the peer; writes are asked for one at a time. */
interface Transport {

    void write(String text, Written written);

    /** Says good-bye; only the first time does anything. */
    void close(int code, String reason);

    /** Ends it without a word. */
    void abort();

    /** Told once for each write, perhaps within the call itself. */
    @FunctionalInterface
    interface Written {
        void done(@Nullable Throwable failure);
    }
}
