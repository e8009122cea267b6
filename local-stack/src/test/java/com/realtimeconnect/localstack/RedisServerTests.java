package com.realtimeconnect.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerTests {

    @TempDir
    private Path folder;

    @Test
    void remembersAfterARestart() throws Exception {
        try (var server = RedisServer.start(folder, 0)) {
            assertThat(ask(server, "SET greeting hello")).isEqualTo("+OK");
        }
        try (var server = RedisServer.start(folder, 0)) {
            assertThat(ask(server, "EXISTS greeting")).isEqualTo(":1");
        }
    }

    @Test
    void startsEmptyWithoutAFolder() throws Exception {
        try (var server = RedisServer.start(null, 0)) {
            assertThat(ask(server, "DBSIZE")).isEqualTo(":0");
        }
    }

    private static String ask(RedisServer server, String command) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new byte[64];
            return new String(answer, 0, socket.getInputStream().read(answer), StandardCharsets.US_ASCII).strip();
        }
    }
}
