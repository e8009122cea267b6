package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.problem.Problems;

/**
 * A text that can be sent: at most 4,000 characters, at least one of them visible.
 *
 * <p>Characters are counted as Unicode code points, so an emoji outside the basic plane counts once. PostgreSQL cannot
 * keep U+0000 and UTF-8 has no half of a surrogate pair; both are refused instead of changed in silence.
 */
record MessageBody(String text) {

    static final int MOST_CHARACTERS = 4_000;

    MessageBody {
        var characters = text.codePointCount(0, text.length());
        if (characters > MOST_CHARACTERS) {
            throw Problems.tooLarge(
                    "A message has at most %,d characters, this one has %,d".formatted(MOST_CHARACTERS, characters));
        }
        if (text.indexOf('\0') >= 0) {
            throw Problems.invalid("body", "must not contain the character U+0000");
        }
        if (text.codePoints().anyMatch(MessageBody::isHalfOfPair)) {
            throw Problems.invalid("body", "must not contain half of a surrogate pair");
        }
        if (text.codePoints().noneMatch(MessageBody::isVisible)) {
            throw Problems.invalid("body", "must not be blank");
        }
    }

    private static boolean isHalfOfPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
