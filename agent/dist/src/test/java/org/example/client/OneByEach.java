package org.example.client;

import java.time.Duration;
import java.util.List;

/** Sends a request by one client after the other. Arguments: an address, then names of {@link Client} classes. */
public final class OneByEach {
    private OneByEach() {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        for (String name : List.of(arguments).subList(1, arguments.length)) {
            try (Client client = Class.forName("org.example.client." + name)
                    .asSubclass(Client.class)
                    .getConstructor(Duration.class)
                    .newInstance(Duration.ofSeconds(50))) {
                System.out.println(name + " " + client.send("GET", arguments[0], null));
            }
        }
        System.exit(0); // some clients leave threads behind that would keep the process
    }
}
