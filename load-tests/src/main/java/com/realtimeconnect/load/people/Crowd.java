package com.realtimeconnect.load.people;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;

/**
 * People whom nobody had before. Their rows are written as registration writes them, but for the password, which none of
 * them has; all women let a call begin at once ({@code autoConnect}), so that a match leads to a call without a further step.
 */
public final class Crowd {

    private static final Duration TOKEN_LIFE = Duration.ofHours(3);

    private final DataSource database;
    private final TokenSigner signer;

    /** Of version 7, as the services make them: they come in the order of time. */
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    private final Deque<Account> women = new ArrayDeque<>();
    private final Deque<Account> men = new ArrayDeque<>();
    private int made;

    public Crowd(DataSource database, Path keyFolder, Clock clock) {
        this.database = database;
        this.signer = TokenSigner.in(keyFolder, clock, TOKEN_LIFE);
    }

    /** So many women who are in no other scenario. */
    public List<Account> women(int count) {
        return take(women, true, count);
    }

    public List<Account> men(int count) {
        return take(men, false, count);
    }

    /** Women and men in turn. */
    public List<Account> people(int count) {
        var all = new ArrayList<Account>();
        var half = women(count - count / 2);
        var others = men(count / 2);
        for (var i = 0; i < half.size(); i++) {
            all.add(half.get(i));
            if (i < others.size()) {
                all.add(others.get(i));
            }
        }
        return all;
    }

    private List<Account> take(Deque<Account> from, boolean isWoman, int count) {
        if (from.size() < count) {
            from.addAll(make(isWoman, count - from.size()));
        }
        var taken = new ArrayList<Account>(count);
        for (var i = 0; i < count; i++) {
            taken.add(from.remove());
        }
        return taken;
    }

    private List<Account> make(boolean isWoman, int count) {
        var accounts = new ArrayList<Account>(count);
        for (var i = 0; i < count; i++) {
            var id = ids.generate();
            var name = (isWoman ? "Wanda " : "Max ") + ++made;
            accounts.add(new Account(id, isWoman, name, signer.sign(id, isWoman)));
        }
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, isWoman, accounts);
            connection.commit();
        } catch (SQLException broken) {
            throw new IllegalStateException("The people cannot be made", broken);
        }
        return accounts;
    }

    private static void insert(Connection connection, boolean isWoman, List<Account> accounts) throws SQLException {
        var ids = connection.createArrayOf(
                "uuid", accounts.stream().map(Account::id).toArray());
        var names = connection.createArrayOf(
                "text", accounts.stream().map(Account::name).toArray());
        try (var rows = connection.prepareStatement("""
                insert into users.accounts (id, email, password_hash, display_name, role, birth_date, email_verified)
                select id, id || '@example.com', 'nobody can log in', name, ?, date '1995-05-17', true
                from unnest(?, ?) as made (id, name)
                """);
                var profiles = connection.prepareStatement("""
                        insert into users.profiles
                          (account_id, bio, interests, languages, auto_connect, updated_at, version)
                        select id, '', '{}', '{}', ?, now(), 0 from unnest(?) as made (id)
                        """)) {
            rows.setString(1, isWoman ? "female" : "male");
            rows.setArray(2, ids);
            rows.setArray(3, names);
            rows.execute();
            profiles.setBoolean(1, isWoman);
            profiles.setArray(2, ids);
            profiles.execute();
        }
    }
}
