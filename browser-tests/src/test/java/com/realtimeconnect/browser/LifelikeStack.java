package com.realtimeconnect.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.test.SharedStack;
import java.time.Duration;
import java.util.Map;

/**
 * The stack nearer to production: the voices go through TURN, calls can meet with two nodes and outlive one of them, and
 * tokens end while a page is open. It is made of the shared one by the first test that wants it, and stays so to the end.
 */
final class LifelikeStack {

    static final Duration TOKEN_LIFE = Duration.ofSeconds(15);

    private static final class Holder {
        static final Stack STACK = make();
    }

    private LifelikeStack() {}

    static Stack get() {
        return Holder.STACK;
    }

    private static Stack make() {
        assertThat(TurnServer.isInstalled())
                .as("coturn is installed; on Debian: apt-get install coturn")
                .isTrue();
        var stack = SharedStack.withNodes(1);
        var turn = TurnServer.start();
        Runtime.getRuntime().addShutdownHook(new Thread(turn::close));
        stack.restart(Service.USER, 1, Map.of("CONNECT_TOKENS_LIFETIME", TOKEN_LIFE.toSeconds() + "s"));
        stack.restart(Service.INTERACTION, 2, turn.settings());
        return stack;
    }
}
