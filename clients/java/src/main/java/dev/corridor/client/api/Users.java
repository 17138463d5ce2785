package dev.corridor.client.api;

import dev.corridor.client.Listing;
import dev.corridor.client.Request;
import dev.corridor.client.Target;
import dev.corridor.client.model.AccessToken;
import dev.corridor.client.model.Login;
import dev.corridor.client.model.LoginRequest;
import dev.corridor.client.model.Logout;
import dev.corridor.client.model.LogoutRequest;
import dev.corridor.client.model.PasswordChangeRequest;
import dev.corridor.client.model.RefreshRequest;
import dev.corridor.client.model.Registration;
import dev.corridor.client.model.RegistrationRequest;
import dev.corridor.client.model.Session;
import dev.corridor.client.model.User;
import java.util.List;

public final class Users {

    private Users() {}

    /** Log in. */
    public static Request<Login> logIn(LoginRequest body) {
        return Request.of("POST", "/v1/auth/login", Login.class).body(body);
    }

    /** Log out: ends the session of this request, and that of the given refresh token. Requires {@code organization:read}. */
    public static Request<Logout> logOut() {
        return Request.of("POST", "/v1/auth/logout", Logout.class);
    }

    /** Log out: ends the session of this request, and that of the given refresh token. Requires {@code organization:read}. */
    public static Request<Logout> logOut(LogoutRequest body) {
        return Request.of("POST", "/v1/auth/logout", Logout.class).body(body);
    }

    /** Read the user that is logged in. Requires {@code organization:read}. */
    public static Request<User> getUser() {
        return Request.of("GET", "/v1/auth/me", User.class);
    }

    /** Change your password. Requires {@code organization:read}. */
    public static Request<Login> changePassword(PasswordChangeRequest body) {
        return Request.of("POST", "/v1/auth/password", Login.class).body(body);
    }

    /** Get a new access token. */
    public static Request<AccessToken> refresh(RefreshRequest body) {
        return Request.of("POST", "/v1/auth/refresh", AccessToken.class).body(body);
    }

    /** Register a user with a new organization and its primary account. */
    public static Request<Registration> register(RegistrationRequest body) {
        return Request.of("POST", "/v1/auth/register", Registration.class).body(body);
    }

    /** List your open sessions, newest first. Requires {@code organization:read}. */
    public static Listing<Session> listSessions() {
        return Listing.of("/v1/auth/sessions", Session.class);
    }

    /** End one of your sessions. Requires {@code organization:read}. */
    public static Request<Session> endSession(String sessionId) {
        return Request.of("DELETE", Target.path("/v1/auth/sessions/{sessionId}", sessionId), Session.class);
    }
}
