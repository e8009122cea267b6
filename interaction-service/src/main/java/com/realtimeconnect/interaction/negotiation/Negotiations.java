package com.realtimeconnect.interaction.negotiation;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** The negotiation of each live interaction, the same for every node. Descriptions and candidates are opaque texts here. */
@Component
public class Negotiations {

    /** How many candidates of one sender are kept. A browser makes fewer than twenty for a negotiation. */
    public static final int MOST_CANDIDATES = 64;

    private static final Logger log = LoggerFactory.getLogger(Negotiations.class);
    private static final String LIFETIME = String.valueOf(Duration.ofMinutes(15).toMillis());

    private final StringRedisTemplate redis;
    private final NegotiationScript makeOffer;
    private final NegotiationScript takeAnswer;
    private final NegotiationScript keepCandidate;
    private final NegotiationScript readKept;
    private final NegotiationScript settle;

    Negotiations(StringRedisTemplate redis) {
        this.redis = redis;
        this.makeOffer = new NegotiationScript("make_offer", redis);
        this.takeAnswer = new NegotiationScript("take_answer", redis);
        this.keepCandidate = new NegotiationScript("keep_candidate", redis);
        this.readKept = new NegotiationScript("read_kept", redis);
        this.settle = new NegotiationScript("settle_negotiation", redis);
    }

    /** @param first whether this would be the first offer of the call if none is known */
    public Verdict offer(Exchange exchange, long number, String offer, boolean first) {
        return Verdict.from(makeOffer.run(
                List.of(
                        negotiation(exchange.interaction()),
                        candidates(exchange.interaction(), exchange.sender()),
                        candidates(exchange.interaction(), exchange.receiver())),
                exchange.sender().toString(),
                String.valueOf(number),
                offer,
                flag(exchange.byWoman()),
                flag(first),
                LIFETIME));
    }

    public Verdict answer(Exchange exchange, long number, String answer) {
        return Verdict.from(takeAnswer.run(
                List.of(negotiation(exchange.interaction()), candidates(exchange.interaction(), exchange.sender())),
                exchange.sender().toString(),
                String.valueOf(number),
                answer,
                LIFETIME));
    }

    /** Keeps the candidate, up to {@link #MOST_CANDIDATES} of a sender, and says whether it may go out now. */
    public CandidateVerdict candidate(Exchange exchange, long number, String candidate) {
        var reply = keepCandidate.run(
                List.of(negotiation(exchange.interaction()), candidates(exchange.interaction(), exchange.sender())),
                exchange.sender().toString(),
                String.valueOf(number),
                candidate,
                String.valueOf(MOST_CANDIDATES),
                LIFETIME);
        return new CandidateVerdict(Verdict.Kind.valueOf(reply.getFirst()), Integer.parseInt(reply.getLast()));
    }

    /** What the receiver of this exchange may have missed. */
    public Kept keptFor(Exchange exchange) {
        var reply = readKept.run(
                List.of(negotiation(exchange.interaction()), candidates(exchange.interaction(), exchange.sender())),
                exchange.receiver().toString());
        return reply.isEmpty()
                ? Kept.NOTHING
                : new Kept(Kept.Kind.valueOf(reply.getFirst()), reply.get(1), reply.subList(2, reply.size()));
    }

    /** The number of the offer that stands, or 0 if none is known. */
    public long currentNumber(InteractionId interaction) {
        try {
            var number = redis.<String, String>opsForHash().get(negotiation(interaction), "number");
            return number == null ? 0 : Long.parseLong(number);
        } catch (DataAccessException unreachable) {
            log.atWarn().setCause(unreachable).log("The number of a negotiation cannot be read, taken for 0");
            return 0;
        }
    }

    /** Both have media: what was said so far need not be told again. */
    public void settle(InteractionId interaction) {
        settle.run(List.of(negotiation(interaction)));
    }

    /** Forgets all of it. */
    public void forget(InteractionId interaction, UserId one, UserId other) {
        redis.delete(List.of(negotiation(interaction), candidates(interaction, one), candidates(interaction, other)));
    }

    private static String flag(boolean value) {
        return value ? "1" : "0";
    }

    private static String negotiation(InteractionId interaction) {
        return "interaction:negotiation:{" + interaction + "}";
    }

    private static String candidates(InteractionId interaction, UserId sender) {
        return "interaction:candidates:{" + interaction + "}:" + sender;
    }

    /** Who says something to whom, and in which interaction. */
    public record Exchange(InteractionId interaction, UserId sender, UserId receiver, boolean byWoman) {}

    /** @param kept how many candidates of this sender are kept now */
    public record CandidateVerdict(Verdict.Kind kind, int kept) {}
}
