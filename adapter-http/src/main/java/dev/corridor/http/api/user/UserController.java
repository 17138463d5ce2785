package dev.corridor.http.api.user;

import dev.corridor.application.user.ChangePassword;
import dev.corridor.application.user.EndSession;
import dev.corridor.application.user.GetUser;
import dev.corridor.application.user.ListSessions;
import dev.corridor.application.user.LogIn;
import dev.corridor.application.user.LogOut;
import dev.corridor.application.user.RefreshAccess;
import dev.corridor.application.user.RegisterUser;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.SessionId;
import dev.corridor.http.access.BearerToken;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.OnBehalf;
import dev.corridor.http.edge.route.OnBehalf.Meaning;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.PublicRoute;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

@Controller("/v1/auth")
@OnBehalf(Meaning.REFUSED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Users")
final class UserController {

    private static final Cursor<SessionId> SESSIONS = new Cursor<>("sessions", SessionId::parse);

    private final RegisterUser registerUser;
    private final LogIn logIn;
    private final RefreshAccess refreshAccess;
    private final LogOut logOut;
    private final GetUser getUser;
    private final ChangePassword changePassword;
    private final ListSessions listSessions;
    private final EndSession endSession;

    UserController(
            RegisterUser registerUser,
            LogIn logIn,
            RefreshAccess refreshAccess,
            LogOut logOut,
            GetUser getUser,
            ChangePassword changePassword,
            ListSessions listSessions,
            EndSession endSession) {
        this.registerUser = registerUser;
        this.logIn = logIn;
        this.refreshAccess = refreshAccess;
        this.logOut = logOut;
        this.getUser = getUser;
        this.changePassword = changePassword;
        this.listSessions = listSessions;
        this.endSession = endSession;
    }

    /**
     * Register a user with a new organization and its primary account. Then log in, and create a key for your programs. Repeating the
     * request fails, because the e-mail address is then taken.
     */
    @Post("/register")
    @PublicRoute
    @Performs(RegisterUser.class)
    RegistrationResponse register(@RequestOrigin Origin origin, @Body RegistrationRequest request) {
        return RegistrationResponse.of(registerUser.register(request.toCommand(origin)));
    }

    /**
     * Log in. The access token is valid for 15 minutes as credentials in the header Authorization. The refresh token renews it for 24
     * hours, or for 30 days with rememberMe. Five wrong passwords lock the account for 15 minutes.
     */
    @Post("/login")
    @PublicRoute
    @Performs(LogIn.class)
    LoginResponse logIn(@RequestOrigin Origin origin, @Body LoginRequest request) {
        return LoginResponse.of(logIn.logIn(request.toCommand(origin)));
    }

    /**
     * Get a new access token. The refresh token stays the same, unless the operator has it used once (CORRIDOR_REFRESH_TOKENS): then the response
     * has the next one, and a second use of the present one ends the session.
     */
    @Post("/refresh")
    @PublicRoute
    @Performs(RefreshAccess.class)
    AccessTokenResponse refresh(@RequestOrigin Origin origin, @Body RefreshRequest request) {
        return AccessTokenResponse.of(refreshAccess.refresh(new RefreshAccess.Command(request.refreshToken(), origin)));
    }

    /** Log out: ends the session of this request, and that of the given refresh token. None of their tokens is accepted any more. */
    @Post("/logout")
    @Performs(LogOut.class)
    @RequiresPermission(Permission.ORGANIZATION_READ)
    LogoutResponse logOut(
            @RequestOrigin Origin origin, HttpRequest<?> presented, @Nullable @Body LogoutRequest request) {
        logOut.logOut(new LogOut.Command(
                BearerToken.of(presented).orElse(""), Optional.ofNullable(request).map(LogoutRequest::refreshToken), origin));
        return LogoutResponse.DONE;
    }

    /** Read the user that is logged in. */
    @Get("/me")
    @Performs(GetUser.class)
    @RequiresPermission(Permission.ORGANIZATION_READ)
    UserResponse getUser(@Authenticated Caller caller) {
        return UserResponse.of(getUser.get(new GetUser.Command(caller)));
    }

    /**
     * Change your password. All of your sessions end, and the response has the tokens of a new one. Five wrong passwords lock the account for 15
     * minutes.
     */
    @Post("/password")
    @Performs(ChangePassword.class)
    @RequiresPermission(Permission.ORGANIZATION_READ)
    LoginResponse changePassword(@Authenticated Caller caller, @RequestOrigin Origin origin, @Body PasswordChangeRequest request) {
        return LoginResponse.of(changePassword.change(request.toCommand(caller, origin)));
    }

    /** List your open sessions, newest first. */
    @Get("/sessions")
    @Performs(ListSessions.class)
    @RequiresPermission(Permission.ORGANIZATION_READ)
    ListResponse<SessionResponse> listSessions(@Authenticated Caller caller, @RequestBean PageParameters page) {
        var sessions = listSessions.list(new ListSessions.Command(caller, page.toPageRequest(SESSIONS)));
        return ListResponse.of(sessions, SessionResponse::of, Session::id, SESSIONS);
    }

    /** End one of your sessions. None of its tokens is accepted any more, on any node within a second. */
    @Delete("/sessions/{sessionId}")
    @Consumes(MediaType.ALL)
    @Performs(EndSession.class)
    @RequiresPermission(Permission.ORGANIZATION_READ)
    SessionResponse endSession(@Authenticated Caller caller, @RequestOrigin Origin origin, @Spells(SessionId.class) String sessionId) {
        var id = Parameter.parse("sessionId", sessionId, SessionId::parse);
        return SessionResponse.of(endSession.end(new EndSession.Command(caller, id, origin)));
    }
}
