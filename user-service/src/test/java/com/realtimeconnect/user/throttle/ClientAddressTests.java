package com.realtimeconnect.user.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            10.0.0.5     | null                                  | 10.0.0.5
            10.0.0.5     | 203.0.113.9                           | 203.0.113.9
            10.0.0.5     | 1.2.3.4, 203.0.113.9                  | 203.0.113.9
            10.0.0.5     | 1.2.3.4, 203.0.113.9, 10.0.0.7        | 203.0.113.9
            10.0.0.5     | 10.0.0.8, 10.0.0.7                    | 10.0.0.8
            10.0.0.5     | nonsense                              | 10.0.0.5
            10.0.0.5     | 203.0.113.9, host.example             | 10.0.0.5
            10.0.0.5     | ''                                    | 10.0.0.5
            203.0.113.1  | 1.2.3.4                               | 203.0.113.1
            10.0.0.5     | 2001:db8::7                           | 2001:db8::7
            """)
    void believesOnlyWhatTrustedProxiesWrote(String peer, @Nullable String forwardedFor, String expected) {
        assertThat(address(List.of("10.0.0.0/8")).of(peer, forwardedFor)).isEqualTo(expected);
    }

    @Test
    void believesNobodyByDefault() {
        assertThat(address(List.of()).of("10.0.0.5", "203.0.113.9")).isEqualTo("10.0.0.5");
    }

    private static ClientAddress address(List<String> trusted) {
        var second = Duration.ofSeconds(1);
        return new ClientAddress(new ThrottleProperties(5, 50, second, second, second, second, trusted));
    }
}
