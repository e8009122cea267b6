package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.people.Account;
import com.realtimeconnect.load.socket.Peer;
import com.realtimeconnect.localstack.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Women and men with their sockets, she to one node and he to another if there is one. */
record Guests(List<Guest> women, List<Guest> men) {

    static Guests arrive(Ground ground, int couples, int hisNode, GuestBook book) {
        return new Guests(
                arrive(ground, ground.crowd().women(couples), 1, book),
                arrive(ground, ground.crowd().men(couples), hisNode, book));
    }

    private static List<Guest> arrive(Ground ground, List<Account> accounts, int node, GuestBook book) {
        var queues = Arrival.of(ground, accounts, ground.socketsOf(Service.QUEUING, node))
                .peers();
        var calls = Arrival.of(ground, accounts, ground.socketsOf(Service.INTERACTION, node))
                .peers();
        return ground.swarm().ask(() -> {
            var guests = new ArrayList<Guest>(accounts.size());
            for (var i = 0; i < accounts.size(); i++) {
                guests.add(new Guest(queues.get(i), calls.get(i), book));
            }
            return guests;
        });
    }

    Stream<Guest> all() {
        return Stream.concat(women.stream(), men.stream());
    }

    void depart(Ground ground) {
        var sockets = new ArrayList<Peer>();
        all().forEach(guest -> {
            sockets.add(guest.queue());
            sockets.add(guest.call());
        });
        ground.swarm().cut(sockets);
    }
}
