package com.realtimeconnect.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Something to hear for a part of every two seconds, and silence for the rest: who hears it knows whose it is. */
enum Voice {
    HERS(1.5),
    HIS(0.5);

    private static final int RATE = 48_000;
    private static final double PERIOD_SECONDS = 2;
    private static final int PERIODS = 4;

    private final double loudSeconds;

    Voice(double loudSeconds) {
        this.loudSeconds = loudSeconds;
    }

    /** How much of the time there is something to hear. */
    double loudShare() {
        return loudSeconds / PERIOD_SECONDS;
    }

    Path file() {
        var file = Path.of("target", "voice-" + name() + ".wav").toAbsolutePath();
        if (Files.exists(file)) {
            return file;
        }
        var samples = samples();
        var format = new AudioFormat(RATE, 16, 1, true, false);
        try (var stream = new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A tone that glides and trembles like speech, since a steady one is taken for noise and removed by the browser. */
    private byte[] samples() {
        var count = (int) (RATE * PERIOD_SECONDS * PERIODS);
        var bytes = new byte[count * 2];
        double phase = 0;
        for (var index = 0; index < count; index++) {
            var seconds = (double) index / RATE % PERIOD_SECONDS;
            phase += 2 * Math.PI * (300 + 500 * Math.abs(Math.sin(seconds * 9))) / RATE;
            var tremble = 0.55 + 0.45 * Math.sin(seconds * 2 * Math.PI * 5);
            var sample = seconds < loudSeconds ? (short) (20_000 * tremble * Math.sin(phase)) : 0;
            bytes[index * 2] = (byte) sample;
            bytes[index * 2 + 1] = (byte) (sample >> 8);
        }
        return bytes;
    }
}
