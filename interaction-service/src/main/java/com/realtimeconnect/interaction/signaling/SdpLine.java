package com.realtimeconnect.interaction.signaling;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a session description.
 *
 * @param number counted from 1
 * @param type the letter before the equals sign
 * @param ending how the line ended, kept as it came
 */
record SdpLine(int number, char type, String value, String ending) {

    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z0-9-]+(?::.*)?");

    /** Splits at LF, with or without CR before it. Every other control character and everything past ASCII is refused. */
    static List<SdpLine> split(String text) {
        var lines = new ArrayList<SdpLine>();
        var start = 0;
        while (start < text.length()) {
            var lf = text.indexOf('\n', start);
            var next = lf < 0 ? text.length() : lf + 1;
            var end = lf < 0 ? next : lf;
            if (lf > start && text.charAt(lf - 1) == '\r') {
                end--;
            }
            lines.add(of(lines.size() + 1, text.substring(start, end), text.substring(end, next)));
            start = next;
        }
        return lines;
    }

    private static SdpLine of(int number, String line, String ending) {
        if (line.length() < 3 || line.charAt(1) != '=') {
            throw new MalformedSdpException(number, "a letter, an equals sign and a value are expected");
        }
        if (!line.chars().allMatch(character -> character >= ' ' && character <= '~')) {
            throw new MalformedSdpException(number, "only printable ASCII is read");
        }
        return new SdpLine(number, line.charAt(0), line.substring(2), ending);
    }

    SdpLine with(String newValue) {
        return new SdpLine(number, type, newValue, ending);
    }

    boolean isAttribute() {
        return type == 'a';
    }

    boolean isAttribute(String name) {
        return isAttribute() && attributeName().equals(name);
    }

    /**
     * The name of an attribute. Some browsers read names in any case and some only in lower case, so that only lower case
     * means the same to all of them.
     */
    String attributeName() {
        var colon = value.indexOf(':');
        return colon < 0 ? value : value.substring(0, colon);
    }

    /** What follows the name and its colon, or null for an attribute that is only a name. */
    @Nullable
    String attributeValue() {
        var colon = value.indexOf(':');
        return colon < 0 ? null : value.substring(colon + 1);
    }

    void requireSoundAttribute() {
        if (!ATTRIBUTE.matcher(value).matches()) {
            throw new MalformedSdpException(number, "an attribute is a name in lower case, alone or with :value");
        }
    }

    @Override
    public String toString() {
        return type + "=" + value + ending;
    }
}
