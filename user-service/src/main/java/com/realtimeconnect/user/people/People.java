package com.realtimeconnect.user.people;

import com.realtimeconnect.common.directory.Person;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.user.account.AccountDirectory;
import com.realtimeconnect.user.media.Assets;
import com.realtimeconnect.user.profile.Profiles;
import com.realtimeconnect.user.safety.Blocks;
import com.realtimeconnect.user.verification.EmailVerification;
import org.springframework.stereotype.Component;

/** Puts together what others may know of a person. */
@Component
class People {

    private final AccountDirectory accounts;
    private final Profiles profiles;
    private final Assets assets;
    private final Blocks blocks;
    private final EmailVerification verification;

    People(AccountDirectory accounts, Profiles profiles, Assets assets, Blocks blocks, EmailVerification verification) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.assets = assets;
        this.blocks = blocks;
        this.verification = verification;
    }

    /** @throws ProblemException not-found */
    Person find(UserId userId) {
        var identity = accounts.publicIdentity(userId);
        var profile = profiles.text(userId);
        return new Person(
                userId,
                identity.displayName(),
                identity.age(),
                identity.role(),
                profile.bio(),
                profile.interests(),
                profile.languages(),
                assets.photos(userId),
                profile.autoConnect(),
                blocks.around(userId),
                identity.suspended(),
                verification.isMissing(identity));
    }
}
