package com.realtimeconnect.load.run;

import picocli.CommandLine.Option;

/** How much of everything. */
final class Scale {

    @Option(
            names = "--sockets",
            paramLabel = "N",
            defaultValue = "2000",
            description =
                    "Idle sockets, and those of the reconnect storm (default 2000). Each needs an open file here and in the "
                            + "service.")
    int sockets = 2_000;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long each step of a rising rate lasts (default 10).")
    int seconds = 10;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description =
                    "How long people are matched, or signal, before that is measured (default 120). Much is compiled after "
                            + "ten thousand calls and more.")
    int warmUp = 120;

    @Option(
            names = "--calls",
            paramLabel = "N",
            defaultValue = "700",
            description = "Live calls for signaling (default 700; each of the two may send 20 messages a second).")
    int calls = 700;

    @Option(
            names = "--couples",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Women, and as many men, for matching (default 1000).")
    int couples = 1_000;

    @Option(
            names = "--rooms",
            paramLabel = "N",
            defaultValue = "500",
            description = "Rooms of two for chat (default 500; each of the two may send 5 messages a second).")
    int rooms = 500;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "10000000",
            description =
                    "Rows in history and in messages for REST, a tenth of them of one account (default 10000000).")
    int rows = 10_000_000;

    @Option(
            names = "--soak",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "3600",
            defaultValue = "0",
            description = "Ordinary life for so long, an hour if no number is given; then nothing may have grown.")
    int soak;
}
