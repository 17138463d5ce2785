package dev.corridor.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Resolves names of hosts. */
@FunctionalInterface
interface Names {

    /** At least one address. */
    List<InetAddress> resolve(String host, Duration atMost) throws UnknownHostException, TimeoutException;
}
