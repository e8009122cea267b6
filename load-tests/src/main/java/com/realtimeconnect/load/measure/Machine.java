package com.realtimeconnect.load.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Where the figures come from. */
public record Machine(int cores, String processor, long memoryBytes, String jdk, String system) {

    private static final double GIBIBYTE = 1L << 30;

    /** Asked before anything is bound to a core. */
    public static Machine current() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                find("/proc/cpuinfo", "(?m)^model name\\s*:\\s*(.*)$"),
                Long.parseLong(find("/proc/meminfo", "(?m)^MemTotal:\\s*(\\d+)").replaceAll("\\D", "0")) * 1024,
                System.getProperty("java.vendor", "") + " " + Runtime.version(),
                System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""));
    }

    /** How much runs on it, by the average of the last minute. */
    public static double load() {
        var text = find("/proc/loadavg", "^(\\S+)");
        return text.equals("unknown") ? Double.NaN : Double.parseDouble(text);
    }

    private static String find(String file, String pattern) {
        try {
            var matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
            return matcher.find() ? matcher.group(1) : "unknown";
        } catch (IOException notLinux) {
            return "unknown";
        }
    }

    @Override
    public String toString() {
        return "%d cores of %s, %.0f GB, JDK %s, %s".formatted(cores, processor, memoryBytes / GIBIBYTE, jdk, system);
    }
}
