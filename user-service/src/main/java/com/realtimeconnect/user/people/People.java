package com.realtimeconnect.user.people;

import com.realtimeconnect.common.directory.Person;
import com.realtimeconnect.common.event.user.Standing;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.user.account.AccountDirectory;
import com.realtimeconnect.user.account.PublicIdentity;
import com.realtimeconnect.user.media.Assets;
import com.realtimeconnect.user.profile.ProfileText;
import com.realtimeconnect.user.profile.Profiles;
import com.realtimeconnect.user.safety.Blocks;
import com.realtimeconnect.user.verification.EmailVerification;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what others may know of a person. */
@Component
@Transactional(readOnly = true)
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
        return find(Set.of(userId)).stream()
                .findFirst()
                .orElseThrow(() -> Problems.notFound("There is no such person"));
    }

    /** Many at once; of whom there is nobody is left out. */
    List<Person> find(Collection<UserId> ids) {
        var identities = accounts.publicIdentities(ids);
        var known = identities.keySet();
        if (known.isEmpty()) {
            return List.of();
        }
        var texts = profiles.texts(known);
        var photos = assets.photos(known);
        var blocked = blocks.around(known);
        return identities.values().stream()
                .filter(identity -> texts.containsKey(identity.id()))
                .map(identity -> person(
                        identity,
                        Objects.requireNonNull(texts.get(identity.id())),
                        photos.getOrDefault(identity.id(), List.of()),
                        blocked.getOrDefault(identity.id(), Set.of())))
                .toList();
    }

    private Person person(PublicIdentity identity, ProfileText profile, List<String> photos, Set<UserId> blocked) {
        return new Person(
                identity.id(),
                identity.displayName(),
                identity.age(),
                identity.role(),
                profile.bio(),
                profile.interests(),
                profile.languages(),
                photos,
                profile.autoConnect(),
                blocked,
                identity.standing() == Standing.SUSPENDED,
                identity.standing() == Standing.HELD,
                verification.isMissing(identity));
    }
}
