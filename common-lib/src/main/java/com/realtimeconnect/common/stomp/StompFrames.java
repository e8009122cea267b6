package com.realtimeconnect.common.stomp;

import org.jspecify.annotations.Nullable;

/** The frames a server sends, as text. */
final class StompFrames {

    static final String HEARTBEAT = "\n";

    private StompFrames() {}

    static String connected(String session, String user, long heartbeatMillis) {
        return "CONNECTED\nversion:1.2\nheart-beat:" + heartbeatMillis + ',' + heartbeatMillis + "\nsession:" + session
                + "\nuser-name:" + user + "\n\n\0";
    }

    static String receipt(String receiptId) {
        return "RECEIPT\nreceipt-id:" + escape(receiptId) + "\n\n\0";
    }

    /** The last frame before a close: why, in a few words and as a problem object. */
    static String error(String message, @Nullable String receiptId, String problem) {
        return "ERROR\nmessage:" + escape(message) + optional("receipt-id", receiptId)
                + "\ncontent-type:application/json\n\n" + problem + '\0';
    }

    static String event(String subscription, String destination, EncodedEvent event) {
        return message(subscription, destination, event.id().toString())
                + optional("correlation-id", event.correlationId()) + "\n\n" + event.body() + '\0';
    }

    static String problem(
            String subscription, String destination, String messageId, @Nullable String receiptId, String problem) {
        return message(subscription, destination, messageId) + optional("receipt-id", receiptId) + "\n\n" + problem
                + '\0';
    }

    private static String message(String subscription, String destination, String messageId) {
        return "MESSAGE\nsubscription:" + escape(subscription) + "\nmessage-id:" + messageId + "\ndestination:"
                + destination + "\ncontent-type:application/json";
    }

    private static String optional(String name, @Nullable String value) {
        return value == null ? "" : '\n' + name + ':' + escape(value);
    }

    private static String escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            if ("\\\r\n:".indexOf(value.charAt(i)) >= 0) {
                return value.replace("\\", "\\\\")
                        .replace("\r", "\\r")
                        .replace("\n", "\\n")
                        .replace(":", "\\c");
            }
        }
        return value;
    }
}
