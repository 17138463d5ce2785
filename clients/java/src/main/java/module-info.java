/** A typed client of Corridor over the JDK's HTTP client. */
module dev.corridor.client {
    requires transitive java.net.http;
    requires com.fasterxml.jackson.core;

    exports dev.corridor.client;
    exports dev.corridor.client.api;
    exports dev.corridor.client.model;
}
