package com.realtimeconnect.user.authentication;

import org.jspecify.annotations.Nullable;

/** Where a login comes from, for its owner to recognise it. */
public record Device(@Nullable String userAgent, String address) {

    private static final int LONGEST_USER_AGENT = 200;

    public Device {
        userAgent = userAgent == null ? null : printable(userAgent);
    }

    private static String printable(String text) {
        var printable = text.codePoints()
                .filter(codePoint -> codePoint >= ' ' && codePoint < 127)
                .limit(LONGEST_USER_AGENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return printable.toString();
    }

    /** Without personal data. */
    @Override
    public String toString() {
        return "Device[hidden]";
    }
}
