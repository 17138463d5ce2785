package dev.corridor.service.api;

import java.util.concurrent.atomic.AtomicInteger;

/** A user with an organization of their own, who can log in to the portal, and what programs of that organization do meanwhile. */
record Person(String email, Customer customer) {

    static final String PASSWORD = "Str0ng&Safe";

    private static final AtomicInteger COUNT = new AtomicInteger();

    static Person register(World world, String organization) {
        var email = "person" + COUNT.incrementAndGet() + "@example.com";
        var registered = world.stranger()
                .post("/v1/auth/register", Body.of("email", email, "password", PASSWORD, "organizationName", organization))
                .isOk();
        return new Person(email, new Customer(world.stranger(), registered.text("/organizationId"), registered.text("/accountId"))).loggedIn(world);
    }

    /** With an access token that is good from now on. */
    Person loggedIn(World world) {
        var login = world.stranger().post("/v1/auth/login", Body.of("email", email, "password", PASSWORD)).isOk();
        return new Person(email, new Customer(world.stranger().withKey(login.text("/accessToken")), customer.organization(), customer.account()));
    }

    void logIn(Chromium.Window window) {
        window.go("/portal/login");
        window.fill("E-mail address", email);
        window.fill("Password", PASSWORD);
        window.press("Log in");
    }
}
