package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.queuing.intent.Intent;
import com.realtimeconnect.test.LocalServices;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A waiting room on the real Redis, with as much patience as a test wants, and tickets for it. */
final class TestRoom {

    static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    static final Intent INTENT = new Intent("test", "Test");

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final StringRedisTemplate REDIS = connect();

    private TestRoom() {}

    static WaitingRoom patient() {
        return room(LONG, LONG);
    }

    static WaitingRoom room(Duration lease, Duration grace) {
        var properties = new MatchingProperties(lease, grace, Duration.ofDays(36500), 16);
        var json = new TicketJson(JsonMapper.builder().build());
        var clock = Clock.systemUTC();
        return new WaitingRoom(
                new JoinQueueScript(REDIS, json, properties, clock),
                new SuspendTicketScript(REDIS, properties),
                new LeaveQueueScript(REDIS),
                new FindTicketScript(REDIS, json),
                new RenewTicketsScript(REDIS, properties),
                new ExcludeUserScript(REDIS, json),
                new MatchSweep(
                        REDIS,
                        new ExpireTicketsScript(REDIS, json, properties),
                        new RematchWindowScript(REDIS, json, clock),
                        properties),
                properties);
    }

    static StringRedisTemplate redis() {
        return REDIS;
    }

    static void empty() {
        REDIS.execute((org.springframework.data.redis.core.RedisCallback<Object>) connection -> {
            connection.serverCommands().flushAll();
            return "";
        });
    }

    /** Lets the next sweep run at once, whoever swept before. */
    static WaitingRoom.Swept sweep(WaitingRoom room) {
        REDIS.delete(QueueSlot.of(INTENT).sweeperKey());
        return room.sweep(INTENT);
    }

    static Builder woman() {
        return new Builder(Side.WOMEN);
    }

    static Builder man() {
        return new Builder(Side.MEN);
    }

    private static StringRedisTemplate connect() {
        var address = URI.create(LocalServices.shared().redisUrl());
        var connections = new LettuceConnectionFactory(address.getHost(), address.getPort());
        connections.afterPropertiesSet();
        connections.start();
        return new StringRedisTemplate(connections);
    }

    static final class Builder {

        private final Side side;
        private UserId user = UserId.next();
        private long joinedAt = 1_000;
        private int age = 30;
        private int ageMin = 18;
        private int ageMax = 120;
        private String asked = "";
        private String speaks = "en";
        private String excluded = "";

        private Builder(Side side) {
            this.side = side;
        }

        Builder of(UserId person) {
            user = person;
            return this;
        }

        Builder since(long millis) {
            joinedAt = millis;
            return this;
        }

        Builder aged(int years) {
            age = years;
            return this;
        }

        Builder wants(int youngest, int oldest) {
            ageMin = youngest;
            ageMax = oldest;
            return this;
        }

        Builder asks(String languages) {
            asked = languages;
            return this;
        }

        Builder speaks(String languages) {
            speaks = languages;
            return this;
        }

        Builder avoids(UserId other) {
            excluded = excluded + " " + other;
            return this;
        }

        WaitingTicket ticket() {
            UUID id = Uuids.next();
            return new WaitingTicket(
                    id,
                    user,
                    INTENT.name(),
                    side,
                    Instant.ofEpochMilli(joinedAt),
                    joinedAt,
                    age,
                    ageMin,
                    ageMax,
                    asked,
                    speaks,
                    excluded,
                    "signed-" + id + "-".repeat(300));
        }
    }
}
