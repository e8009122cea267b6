package com.realtimeconnect.user.profile;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.user.account.AccountDirectory;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people say about themselves. */
@Component
public class Profiles {

    private static final Logger log = LoggerFactory.getLogger(Profiles.class);

    private final ProfileRepository profiles;
    private final AccountDirectory accounts;
    private final Clock clock;

    Profiles(ProfileRepository profiles, AccountDirectory accounts, Clock clock) {
        this.profiles = profiles;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Gives a new account its empty profile. */
    @Transactional
    public void open(UserId owner) {
        profiles.saveAndFlush(new Profile(owner, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** What these people say; of whom there is nothing is left out. */
    public Map<UserId, ProfileText> texts(Collection<UserId> owners) {
        return profiles.findByAccountIdIn(owners.stream().map(UserId::value).toList()).stream()
                .collect(Collectors.toMap(Profile::owner, ProfileText::from));
    }

    ProfileResponse mine(UserId owner) {
        return ProfileResponse.from(
                require(owner), accounts.publicIdentity(owner).displayName());
    }

    /** @throws StaleVersionException if it was changed since the version that the writer knows */
    @Transactional
    ProfileResponse replace(AuthenticatedUser user, ProfileRequest asked) {
        if (asked.wantsAutoConnect() && user.role() != Role.FEMALE) {
            throw Problems.invalid("autoConnect", "is for women only");
        }
        var profile = profiles.lockById(user.id().value()).orElseThrow(Profiles::nobody);
        profile.replace(asked.text(), asked.version(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        accounts.rename(user.id(), asked.displayName());
        log.atInfo().addKeyValue("userId", user.id()).log("Profile replaced");
        return ProfileResponse.from(profiles.saveAndFlush(profile), asked.displayName());
    }

    private Profile require(UserId owner) {
        return profiles.findById(owner.value()).orElseThrow(Profiles::nobody);
    }

    private static ProblemException nobody() {
        return Problems.notFound("There is no such person");
    }
}
