package com.realtimeconnect.common.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StompFrameReaderProperties {

    @Property
    void readsTheSameFramesHoweverTheTextIsCut(
            @ForAll @Size(min = 1, max = 5) List<@From("sent") Sent> frames,
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 40) Integer> cuts) {
        var text = new StringBuilder();
        frames.forEach(frame -> text.append(frame.text()).append("\n\r\n"));
        var read = new ArrayList<StompFrame>();
        var reader = new StompFrameReader(read::add);
        var at = 0;
        for (var cut : cuts) {
            var end = Math.min(text.length(), at + cut);
            if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
                end++;
            }
            reader.read(text.substring(at, end));
            at = end;
        }
        reader.read(text.substring(at));
        assertThat(read).isEqualTo(frames.stream().map(Sent::expected).toList());
        assertThat(reader.isInsideFrame()).isFalse();
    }

    @Property
    void endsInAFrameOrAViolationWhateverIsSent(@ForAll List<String> texts) {
        var read = new ArrayList<StompFrame>();
        var reader = new StompFrameReader(read::add);
        try {
            texts.forEach(reader::read);
        } catch (ProtocolViolationException violation) {
            assertThat(violation.detail()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<Sent> sent() {
        var names = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
        var values =
                Arbitraries.strings().withChars("ab:\\\n\r/é€ ").ofMaxLength(12).filter(value -> !value.isEmpty());
        var bodies = Arbitraries.strings().withChars("{}\"\n\rü€a:").ofMaxLength(300);
        return Combinators.combine(
                        Arbitraries.of("SEND", "SUBSCRIBE", "UNKNOWN"),
                        Arbitraries.maps(names, values).ofMaxSize(6),
                        bodies,
                        Arbitraries.of(true, false))
                .as(Sent::new);
    }

    record Sent(String command, Map<String, String> headers, String body, boolean measured) {

        String text() {
            var text = new StringBuilder(command).append('\n');
            headers.forEach((name, value) ->
                    text.append(name).append(':').append(escape(value)).append('\n'));
            if (measured) {
                text.append("content-length:").append(length()).append("\r\n");
            }
            return text.append('\n').append(body).append('\0').toString();
        }

        StompFrame expected() {
            if (!measured) {
                return new StompFrame(command, headers, body, false);
            }
            var all = new HashMap<>(headers);
            all.put("content-length", Integer.toString(length()));
            return new StompFrame(command, all, body, false);
        }

        private int length() {
            return body.getBytes(StandardCharsets.UTF_8).length;
        }

        private static String escape(String value) {
            return value.replace("\\", "\\\\")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r")
                    .replace(":", "\\c");
        }
    }
}
