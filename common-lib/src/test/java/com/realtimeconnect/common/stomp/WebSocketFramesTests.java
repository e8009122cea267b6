package com.realtimeconnect.common.stomp;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.sample.SampleNode;
import com.realtimeconnect.test.TestTokens;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebSocket frames (RFC 6455) written octet by octet, as no client library would. */
class WebSocketFramesTests {

    private static final int CONTINUATION = 0x0;
    private static final int TEXT = 0x1;
    private static final int BINARY = 0x2;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int LAST = 0x80;

    private static final SampleNode node = SampleNode.start();

    private final Socket socket;
    private final DataInputStream in;

    WebSocketFramesTests() throws IOException {
        socket = open(node.endpoint());
        in = new DataInputStream(socket.getInputStream());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void shakeHands() throws IOException {
        var request = "GET %s HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        .formatted(node.endpoint().getPath())
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Protocol: v12.stomp\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) in.readByte());
        }
        assertThat(answer)
                .startsWith("HTTP/1.1 101")
                .containsIgnoringCase("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                .containsIgnoringCase("Sec-WebSocket-Protocol: v12.stomp")
                .doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
    }

    /** A letter of several octets may end in a later frame than it begins, and a ping may come between. */
    @Test
    void readsAMessageInPieces() throws IOException {
        var connect = utf8("CONNECT\naccept-version:1.2\nX-Name:Zoë 🎧\nAuthorization:Bearer "
                + TestTokens.person(UUID.randomUUID(), "female") + "\n\n\0");
        write(TEXT, Arrays.copyOf(connect, 1));
        for (int i = 1; i < connect.length - 1; i++) {
            write(CONTINUATION, new byte[] {connect[i]});
            if (i % 50 == 0) {
                write(LAST | PING, utf8("still there?"));
                assertThat(read().is(PONG, "still there?")).isTrue();
            }
        }
        write(LAST | CONTINUATION, new byte[] {connect[connect.length - 1]});

        assertThat(read().text()).startsWith("CONNECTED\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c328", "eda080", "f09f8e", "ff"})
    void closesForTextThatIsNotUtf8(String octets) throws IOException {
        write(LAST | TEXT, hex(octets));
        assertThat(read().closeCode()).isEqualTo(1007);
    }

    @Test
    void closesForALetterThatNeverEnds() throws IOException {
        write(TEXT, hex("f09f"));
        write(LAST | CONTINUATION, hex("8e"));
        assertThat(read().closeCode()).isEqualTo(1007);
    }

    @Test
    void takesTheSignForWhatIsUnreadableWhenItIsMeant() throws IOException {
        write(LAST | TEXT, utf8("CONNECT\naccept-version:1.2\nX-Sign:\uFFFD\nAuthorization:Bearer x\n\n\0"));
        assertThat(read().text()).startsWith("ERROR\n").contains("invalid-token");
        assertThat(read().closeCode()).isEqualTo(4501);
    }

    @Test
    void closesForBinaryInPieces() throws IOException {
        write(BINARY, new byte[] {1});
        assertThat(read().text()).startsWith("ERROR\n").contains("protocol-violation");
        assertThat(read().closeCode()).isEqualTo(4504);
    }

    @Test
    void closesForAPieceOfNothing() throws IOException {
        write(LAST | CONTINUATION, utf8("\n"));
        assertThat(read().closeCode()).isEqualTo(1002);
    }

    @Test
    void closesForAFrameWithoutAMask() throws IOException {
        socket.getOutputStream().write(new byte[] {(byte) (LAST | TEXT), 1, '\n'});
        assertThat(read().closeCode()).isEqualTo(1002);
    }

    @Test
    void answersAClose() throws IOException {
        write(LAST | CLOSE, hex("03e8"));
        assertThat(read().closeCode()).isEqualTo(1000);
        assertThat(in.read()).isEqualTo(-1);
    }

    private static Socket open(URI endpoint) throws IOException {
        var opened = new Socket(endpoint.getHost(), endpoint.getPort());
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(10_000);
        return opened;
    }

    private void write(int head, byte[] payload) throws IOException {
        var mask = new byte[] {1, 2, 3, 4};
        var frame = ByteBuffer.allocate(payload.length + 8).put((byte) head);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        frame.put(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask[i % 4]));
        }
        socket.getOutputStream().write(frame.array(), 0, frame.position());
    }

    private Received read() throws IOException {
        var head = in.readUnsignedByte();
        var length = in.readUnsignedByte();
        var payload = new byte[length == 126 ? in.readUnsignedShort() : length];
        in.readFully(payload);
        assertThat(head & LAST).isEqualTo(LAST);
        return new Received(head & 0xF, ByteBuffer.wrap(payload));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(String octets) {
        return HexFormat.of().parseHex(octets);
    }

    /** What came back, in one frame. */
    private record Received(int opcode, ByteBuffer payload) {

        boolean is(int expected, String content) {
            return opcode == expected && content.equals(content());
        }

        String text() {
            assertThat(opcode).isEqualTo(TEXT);
            return content();
        }

        int closeCode() {
            assertThat(opcode).isEqualTo(CLOSE);
            return payload.getShort(0) & 0xFFFF;
        }

        private String content() {
            return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
        }
    }
}
