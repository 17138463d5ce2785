package dev.corridor.http.api.user;

import dev.corridor.application.user.GetUser;
import dev.corridor.application.user.LogIn;
import dev.corridor.application.user.LogOut;
import dev.corridor.application.user.RefreshAccess;
import dev.corridor.application.user.RegisterUser;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.http.access.BearerToken;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.PublicRoute;
import dev.corridor.http.edge.route.RequiresPermission;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

@Controller("/v1/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Users")
final class UserController {

    private final RegisterUser registerUser;
    private final LogIn logIn;
    private final RefreshAccess refreshAccess;
    private final LogOut logOut;
    private final GetUser getUser;

    UserController(RegisterUser registerUser, LogIn logIn, RefreshAccess refreshAccess, LogOut logOut, GetUser getUser) {
        this.registerUser = registerUser;
        this.logIn = logIn;
        this.refreshAccess = refreshAccess;
        this.logOut = logOut;
        this.getUser = getUser;
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

    /** Get a new access token. The refresh token stays the same. */
    @Post("/refresh")
    @PublicRoute
    @Performs(RefreshAccess.class)
    AccessTokenResponse refresh(@Body RefreshRequest request) {
        return new AccessTokenResponse(refreshAccess.refresh(new RefreshAccess.Command(request.refreshToken())));
    }

    /** Log out: revokes the access token of this request, and the given refresh token. */
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
}
