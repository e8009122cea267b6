package com.realtimeconnect.interaction.signaling;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells addresses that say where somebody is from those that say nothing. */
final class Addresses {

    private static final Set<String> TELLING_NOTHING = Set.of("0.0.0.0", "::", "127.0.0.1", "::1");

    private static final Pattern LIKE_AN_ADDRESS = Pattern.compile("""
            (?<![0-9.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![0-9.])\
            |(?<![0-9A-Za-z])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,8}(?![0-9A-Za-z:])\
            |[0-9A-Za-z-]\\.[Ll][Oo][Cc][Aa][Ll](?![0-9A-Za-z])""");

    private Addresses() {}

    /** Whether this address, on its own, says nothing about anybody. */
    static boolean isNeutral(String address) {
        return TELLING_NOTHING.contains(address);
    }

    /** Whether there is something in the text that could be an address or an mDNS name. */
    static boolean appearIn(String text) {
        return LIKE_AN_ADDRESS.matcher(text).find();
    }

    /** What stands for "no address" in the family of this one. */
    static String neutralLike(String address) {
        return address.indexOf(':') >= 0 ? "::" : "0.0.0.0";
    }
}
