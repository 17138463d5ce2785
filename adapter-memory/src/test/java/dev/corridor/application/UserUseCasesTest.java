package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corridor.application.Page;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.user.AddUser;
import dev.corridor.application.user.AddUserService;
import dev.corridor.application.user.AuthenticateUser;
import dev.corridor.application.user.AuthenticateUserService;
import dev.corridor.application.user.ChangePassword;
import dev.corridor.application.user.ChangePasswordService;
import dev.corridor.application.user.EndSession;
import dev.corridor.application.user.EndSessionService;
import dev.corridor.application.user.GetUser;
import dev.corridor.application.user.GetUserService;
import dev.corridor.application.user.ListSessions;
import dev.corridor.application.user.ListSessionsService;
import dev.corridor.application.user.LogIn;
import dev.corridor.application.user.LogInService;
import dev.corridor.application.user.LogOut;
import dev.corridor.application.user.LogOutService;
import dev.corridor.application.user.OperateUser;
import dev.corridor.application.user.OperateUserService;
import dev.corridor.application.user.RefreshAccess;
import dev.corridor.application.user.RefreshAccessService;
import dev.corridor.application.user.RefreshTokens;
import dev.corridor.application.user.RegisterUser;
import dev.corridor.application.user.RegisterUserService;
import dev.corridor.application.user.RegistrationPolicy;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.application.user.port.Sessions;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.Lockout;
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.PasswordHash;
import dev.corridor.domain.user.PresentedSession;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenId;
import dev.corridor.domain.user.TokenType;
import dev.corridor.domain.user.User;
import dev.corridor.domain.user.UserError.AccountLocked;
import dev.corridor.domain.user.UserError.EmailTaken;
import dev.corridor.domain.user.UserError.InvalidCredentials;
import dev.corridor.domain.user.UserError.InvalidToken;
import dev.corridor.domain.user.UserError.InvalidTokenType;
import dev.corridor.domain.user.UserError.SessionNotFound;
import dev.corridor.domain.user.UserError.TokenExpired;
import dev.corridor.domain.user.UserError.TokenRevoked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UserUseCasesTest {

    private static final EmailAddress ADA = EmailAddress.of("Ada@example.com");
    private static final String RIGHT = "Str0ng&Safe";
    private static final String WRONG = "Wr0ng&Safe!";
    private static final Origin HOME = new Origin("req_1", "192.0.2.1");

    private final World world = new World();
    private final WrittenTokens tokens = new WrittenTokens();
    private final CountedHashes hashes = new CountedHashes();
    private final AuditLog audit = new AuditLog(world.ids);
    private final Sessions sessions = world.store.sessions();

    private final LogIn logIn = new LogInService(world.store.users(), hashes, tokens, audit, world.ids, world.clock);
    private final LogOut logOut = new LogOutService(tokens, sessions, world.store.users(), audit, world.clock);
    private final RefreshAccess refreshAccess = refreshing(RefreshTokens.REUSABLE);
    private final ChangePassword changePassword = new ChangePasswordService(world.store.users(), hashes, tokens, audit, world.ids, world.clock);
    private final ListSessions listSessions = new ListSessionsService(sessions, world.clock);
    private final EndSession endSession = new EndSessionService(world.store.users(), audit, world.clock);
    private final OperateUser operateUser = new OperateUserService(world.store.users(), audit, world.clock);

    private RefreshAccess refreshing(RefreshTokens use) {
        return new RefreshAccessService(tokens, sessions, world.store.users(), use, audit, world.ids, world.clock);
    }

    /** Signs by storing what it signed. */
    private static final class WrittenTokens implements Tokens {

        private final Map<String, Token> signed = new ConcurrentHashMap<>();

        @Override
        public String sign(Token token) {
            signed.put("signed " + token.id(), token);
            return "signed " + token.id();
        }

        @Override
        public Optional<Token> verify(String text) {
            return Optional.ofNullable(signed.get(text));
        }
    }

    private static final class CountedHashes implements PasswordHashes {

        private final AtomicInteger computed = new AtomicInteger();

        @Override
        public PasswordHash hash(Password password) {
            computed.incrementAndGet();
            return new PasswordHash("hash of " + password.value());
        }

        @Override
        public boolean matches(Password password, Supplier<Optional<PasswordHash>> hash) {
            return hash.get().filter(hash(password)::equals).isPresent();
        }
    }

    private RegisterUser.Result register() {
        return register(new RegistrationPolicy(true, OrganizationStatus.APPROVED, true), RIGHT);
    }

    private RegisterUser.Result register(RegistrationPolicy policy, String password) {
        return new RegisterUserService(world.store.users(), hashes, policy, audit, world.ids, world.clock)
                .register(new RegisterUser.Command(ADA, password, "Analytical Engines", HOME));
    }

    private LogIn.Result logIn(String password) {
        return logIn.logIn(new LogIn.Command(ADA, new Password(password), false, HOME));
    }

    private Caller authenticate(String token) {
        return authenticating(sessions, Environment.SANDBOX).authenticate(new AuthenticateUser.Command(token));
    }

    private AuthenticateUserService authenticating(Sessions sessions, Environment environment) {
        return new AuthenticateUserService(tokens, sessions, environment, world.clock);
    }

    @Test
    void whoever_registers_owns_an_organization_with_a_primary_account() {
        var registered = register();

        var caller = authenticate(logIn(RIGHT).accessToken());

        assertThat(caller.principal()).isEqualTo(registered.user().id());
        assertThat(caller.organization()).isEqualTo(registered.organization().id());
        assertThat(world.store.accounts().findPrimary(caller.organization())).contains(registered.primaryAccount());
        assertThat(new GetUserService(world.store.users()).get(new GetUser.Command(caller))).isEqualTo(registered.user());
        assertThat(actions(registered)).containsExactly("user.logged_in by " + caller.principal(), "user.registered by " + caller.principal());
    }

    @Test
    void registration_is_refused_in_the_order_of_precedence() {
        register();

        assertRefused(
                () -> register(new RegistrationPolicy(false, OrganizationStatus.APPROVED, true), "weak"),
                new Forbidden("Registration is closed. Ask the operator for an organization."));
        assertRefused(
                () -> register(new RegistrationPolicy(true, OrganizationStatus.APPROVED, true), "weak"),
                ValidationError.of("password", "must have 8 to 128 characters"));
        assertRefused(this::register, new EmailTaken());
    }

    @Test
    void a_user_is_added_to_an_organization_by_its_operator_and_may_do_what_the_first_may() {
        var registered = register();
        var operator = Operator.actingFor(registered.organization().id(), Environment.SANDBOX);
        var addUser = new AddUserService(world.store.users(), hashes, audit, world.ids, world.clock);
        var grace = EmailAddress.of("grace@example.com");

        var added = addUser.add(new AddUser.Command(operator, grace, RIGHT, HOME));

        var caller = authenticate(logIn.logIn(new LogIn.Command(grace, new Password(RIGHT), false, HOME)).accessToken());
        assertThat(caller.principal()).isEqualTo(added.id());
        assertThat(caller.organization()).isEqualTo(registered.organization().id());
        assertThat(actions(registered)).contains("user.added by operator");
        assertRefused(
                () -> addUser.add(new AddUser.Command(operator, grace, "weak", HOME)),
                ValidationError.of("password", "must have 8 to 128 characters"));
        assertRefused(() -> addUser.add(new AddUser.Command(operator, grace, RIGHT, HOME)), new EmailTaken());
    }

    @Test
    void who_is_a_user_cannot_be_told_from_a_refused_login() {
        assertRefused(() -> logIn(RIGHT), new InvalidCredentials());
        assertThat(hashes.computed).as("as much work as for a wrong password").hasValue(1);

        register();
        assertRefused(() -> logIn(WRONG), new InvalidCredentials());
    }

    @Test
    void the_fifth_wrong_password_locks_the_account_for_fifteen_minutes() {
        var registered = register();
        var lockedUntil = world.clock.instant().plus(Duration.ofMinutes(15));
        for (int i = 0; i < 5; i++) {
            assertRefused(() -> logIn(WRONG), new InvalidCredentials());
        }

        int computed = hashes.computed.get();
        assertRefused(() -> logIn(RIGHT), new AccountLocked(lockedUntil, Duration.ofMinutes(15)));
        assertThat(hashes.computed).as("a password that is not looked at is not hashed").hasValue(computed);
        world.clock.advance(Duration.ofMinutes(15));
        assertThat(logIn(RIGHT).user().id()).isEqualTo(registered.user().id());
        assertThat(actions(registered))
                .containsSubsequence("user.locked by stranger", "user.login_failed by stranger", "user.registered by " + registered.user().id());
    }

    @Test
    void of_many_wrong_passwords_at_a_time_exactly_five_count() throws Exception {
        register();

        var codes = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> logins = IntStream.range(0, 64)
                    .mapToObj(i -> threads.submit(() -> catchThrowableOfType(BusinessException.class, () -> logIn(WRONG)).error().code()))
                    .toList();
            for (var login : logins) {
                codes.add(login.get());
            }
        }

        assertThat(codes.stream().collect(Collectors.groupingBy(code -> code, Collectors.counting())))
                .isEqualTo(Map.of("invalid_credentials", 5L, "account_locked", 59L));
    }

    @Test
    void a_refresh_token_gets_another_access_token_and_nothing_else() {
        register();
        var login = logIn(RIGHT);
        world.clock.advance(Duration.ofMinutes(15));

        assertRefused(() -> authenticate(login.accessToken()), new TokenExpired());
        assertRefused(() -> authenticate(login.refreshToken()), new InvalidTokenType());
        assertRefused(() -> refresh(login.accessToken()), new InvalidTokenType());
        assertThat(authenticate(refresh(login.refreshToken())).principal()).isEqualTo(login.user().id());
        world.clock.advance(Duration.ofDays(1));
        assertRefused(() -> refresh(login.refreshToken()), new TokenExpired());
    }

    @Test
    void after_a_logout_neither_token_works() {
        register();
        var login = logIn(RIGHT);
        var other = logIn(RIGHT);

        logOut(login.accessToken(), Optional.of(login.refreshToken()));

        assertRefused(() -> authenticate(login.accessToken()), new TokenRevoked());
        assertRefused(() -> refresh(login.refreshToken()), new TokenRevoked());
        assertRefused(() -> logOut(login.accessToken(), Optional.empty()), new TokenRevoked());
        assertThat(authenticate(other.accessToken()).principal()).isEqualTo(login.user().id());
    }

    @Test
    void a_logout_ends_the_whole_session_and_another_one_if_its_refresh_token_is_given() {
        register();
        var login = logIn(RIGHT);
        var other = logIn(RIGHT);
        var kept = logIn(RIGHT);

        logOut(login.accessToken(), Optional.of(other.refreshToken()));

        assertRefused(() -> refresh(login.refreshToken()), new TokenRevoked());
        assertRefused(() -> authenticate(other.accessToken()), new TokenRevoked());
        assertThat(sessionsOf(authenticate(kept.accessToken()))).containsExactly(kept.session());
    }

    @Test
    void a_rotating_refresh_token_is_good_once_and_a_second_use_ends_the_session() {
        var registered = register();
        var rotating = refreshing(RefreshTokens.ROTATING);
        var login = logIn(RIGHT);
        var other = logIn(RIGHT);

        var second = rotating.refresh(new RefreshAccess.Command(login.refreshToken(), HOME));
        var third = rotating.refresh(new RefreshAccess.Command(second.refreshToken().orElseThrow(), HOME));
        assertThat(authenticate(third.accessToken()).principal()).isEqualTo(registered.user().id());
        assertRefused(() -> rotating.refresh(new RefreshAccess.Command(login.refreshToken(), HOME)), new TokenRevoked());

        assertRefused(() -> rotating.refresh(new RefreshAccess.Command(third.refreshToken().orElseThrow(), HOME)), new TokenRevoked());
        assertRefused(() -> authenticate(third.accessToken()), new TokenRevoked());
        assertThat(authenticate(other.accessToken()).principal()).isEqualTo(registered.user().id());
        assertThat(actions(registered)).first().isEqualTo("user.refresh_token_reused by stranger");
    }

    @Test
    void of_many_who_use_a_rotating_refresh_token_at_a_time_one_gets_the_next() throws Exception {
        register();
        var rotating = refreshing(RefreshTokens.ROTATING);
        var login = logIn(RIGHT);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var refreshed = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> rotating.refresh(new RefreshAccess.Command(login.refreshToken(), HOME))))
                    .toList();
            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(refreshed.stream().filter(answer -> answer.state() == Future.State.SUCCESS)).hasSize(1);
        }
        assertRefused(() -> authenticate(login.accessToken()), new TokenRevoked());
    }

    @Test
    void a_rotating_refresh_token_does_not_prolong_the_session() {
        register();
        var rotating = refreshing(RefreshTokens.ROTATING);
        var login = logIn(RIGHT);
        world.clock.advance(Duration.ofHours(23));
        var next = rotating.refresh(new RefreshAccess.Command(login.refreshToken(), HOME)).refreshToken().orElseThrow();

        world.clock.advance(Duration.ofHours(1));

        assertRefused(() -> rotating.refresh(new RefreshAccess.Command(next, HOME)), new TokenExpired());
    }

    @Test
    void a_new_password_ends_every_session_and_begins_another() {
        var registered = register();
        var login = logIn(RIGHT);
        var other = logIn(RIGHT);

        var changed = changePassword(authenticate(login.accessToken()), RIGHT, "An0ther&Safe");

        for (var before : List.of(login, other)) {
            assertRefused(() -> authenticate(before.accessToken()), new TokenRevoked());
            assertRefused(() -> refresh(before.refreshToken()), new TokenRevoked());
        }
        assertThat(sessionsOf(authenticate(changed.accessToken()))).containsExactly(changed.session());
        assertRefused(() -> logIn(RIGHT), new InvalidCredentials());
        assertThat(logIn("An0ther&Safe").user().id()).isEqualTo(registered.user().id());
        assertThat(actions(registered)).contains("user.password_changed by " + registered.user().id());
    }

    @Test
    void a_new_password_is_refused_in_the_order_of_precedence() {
        register();
        var caller = authenticate(logIn(RIGHT).accessToken());
        var key = Caller.withFullAccess(caller.organization(), new ApiKeyId(world.ids.next()), Environment.SANDBOX);

        assertRefused(
                () -> changePassword(key, WRONG, "weak"), new Forbidden("This is for users: send an access token, not an API key."));
        assertRefused(() -> changePassword(caller, WRONG, "weak"), ValidationError.of("newPassword", "must have 8 to 128 characters"));
        for (int i = 0; i < 5; i++) {
            assertRefused(() -> changePassword(caller, WRONG, "An0ther&Safe"), new InvalidCredentials());
        }
        assertRefused(
                () -> changePassword(caller, RIGHT, "An0ther&Safe"),
                new AccountLocked(world.clock.instant().plus(Duration.ofMinutes(15)), Duration.ofMinutes(15)));
        world.clock.advance(Duration.ofMinutes(15));
        assertThat(logIn(RIGHT).user().email()).isEqualTo(ADA);
    }

    @Test
    void a_user_ends_one_of_their_sessions_and_no_others() {
        register();
        var login = logIn(RIGHT);
        var other = logIn(RIGHT);
        var caller = authenticate(login.accessToken());
        var end = new EndSession.Command(caller, other.session(), HOME);

        assertThat(sessionsOf(caller)).containsExactly(other.session(), login.session());
        assertThat(endSession.end(end).endedAt()).contains(world.clock.instant());

        assertRefused(() -> authenticate(other.accessToken()), new TokenRevoked());
        assertRefused(() -> endSession.end(end), new SessionNotFound(other.session()));
        assertThat(sessionsOf(authenticate(login.accessToken()))).containsExactly(login.session());
        world.clock.advance(Duration.ofDays(1));
        assertThat(sessionsOf(caller)).isEmpty();
    }

    @Test
    void an_operator_unlocks_a_user_and_ends_their_sessions() {
        var registered = register();
        var login = logIn(RIGHT);
        for (int i = 0; i < 5; i++) {
            assertRefused(() -> logIn(WRONG), new InvalidCredentials());
        }

        assertThat(operate(OperateUser.Act.UNLOCK).map(User::lockout)).contains(Lockout.NONE);
        assertThat(logIn(RIGHT).user().id()).isEqualTo(registered.user().id());
        assertThat(operate(OperateUser.Act.END_SESSIONS)).isPresent();

        assertRefused(() -> authenticate(login.accessToken()), new TokenRevoked());
        assertThat(actions(registered)).contains("user.unlocked by operator", "user.sessions_ended by operator");
    }

    @Test
    void an_operator_learns_that_no_user_has_an_address() {
        assertThat(operate(OperateUser.Act.UNLOCK)).isEmpty();
        assertThat(operate(OperateUser.Act.END_SESSIONS)).isEmpty();
    }

    @Test
    void a_logout_takes_no_other_tokens_along() {
        register();
        var login = logIn(RIGHT);
        var strangers = tokens.sign(Token.issue(
                new TokenId(world.ids.next()),
                new SessionId(world.ids.next()),
                new UserId(world.ids.next()),
                TokenType.REFRESH,
                false,
                world.clock.instant()));

        assertRefused(() -> logOut(login.accessToken(), Optional.of("hello")), new InvalidToken());
        assertRefused(() -> logOut(login.accessToken(), Optional.of(login.accessToken())), new InvalidTokenType());
        assertRefused(() -> logOut(login.accessToken(), Optional.of(strangers)), new InvalidToken());
        assertThat(authenticate(login.accessToken()).principal()).isEqualTo(login.user().id());
        assertRefused(() -> authenticating(sessions, Environment.SANDBOX).authenticate(new AuthenticateUser.Command(strangers)),
                new InvalidTokenType());
        assertRefused(() -> refresh(strangers), new InvalidToken());
    }

    @Test
    void what_is_known_of_a_token_is_told_at_once() {
        register();
        var login = logIn(RIGHT);
        var command = new AuthenticateUser.Command(login.accessToken());
        var session = sessions.find(tokens.verify(login.accessToken()).orElseThrow()).orElseThrow().session();

        assertThat(authenticating(sessions, Environment.SANDBOX).authenticateAtOnce(command)).isEmpty();
        assertRefused(
                () -> authenticating(sessions, Environment.SANDBOX).authenticateAtOnce(new AuthenticateUser.Command("hello")),
                new InvalidToken());
        assertThat(authenticating(remembering(session), Environment.SANDBOX).authenticateAtOnce(command)).isPresent();
        assertRefused(
                () -> authenticating(remembering(session.end(world.clock.instant())), Environment.SANDBOX).authenticateAtOnce(command),
                new TokenRevoked());
    }

    @Test
    void nothing_is_said_about_a_token_that_could_not_be_looked_up() {
        register();
        var command = new AuthenticateUser.Command(logIn(RIGHT).accessToken());

        assertRefused(
                () -> authenticating(unreachable(), Environment.SANDBOX).authenticate(command), new AuthenticationFailed());
    }

    @Test
    void a_key_is_nobody() {
        var key = Caller.withFullAccess(world.organization.id(), new ApiKeyId(world.ids.next()), Environment.SANDBOX);

        assertRefused(
                () -> new GetUserService(world.store.users()).get(new GetUser.Command(key)),
                new Forbidden("This is for users: send an access token, not an API key."));
    }

    @Test
    void commands_and_results_show_no_secrets() {
        register();
        var login = logIn(RIGHT);
        var logout = new LogOut.Command(login.accessToken(), Optional.of(login.refreshToken()), HOME);

        assertThat(new LogIn.Command(ADA, new Password(RIGHT), false, HOME).toString()).doesNotContain(RIGHT, ADA.value());
        assertThat(new RegisterUser.Command(ADA, RIGHT, "Acme", HOME).toString()).doesNotContain(RIGHT, ADA.value());
        assertThat(login.toString() + logout + new AuthenticateUser.Command(login.accessToken())
                + new RefreshAccess.Command(login.refreshToken(), HOME))
                .doesNotContain(login.accessToken(), login.refreshToken());
        assertThat(login.user().toString()).doesNotContain(login.user().password().value(), ADA.value());
    }

    private String refresh(String token) {
        return refreshAccess.refresh(new RefreshAccess.Command(token, HOME)).accessToken();
    }

    private LogIn.Result changePassword(Caller caller, String present, String chosen) {
        return changePassword.change(new ChangePassword.Command(caller, new Password(present), chosen, "newPassword", false, HOME));
    }

    private List<SessionId> sessionsOf(Caller caller) {
        return listSessions.list(new ListSessions.Command(caller, PageRequest.first())).items().stream().map(Session::id).toList();
    }

    private Optional<User> operate(OperateUser.Act act) {
        return operateUser.operate(new OperateUser.Command(new Operator(), ADA, act, Origin.CONSOLE));
    }

    private void logOut(String accessToken, Optional<String> refreshToken) {
        logOut.logOut(new LogOut.Command(accessToken, refreshToken, HOME));
    }

    private List<String> actions(RegisterUser.Result registered) {
        var all = new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty());
        return world.store.auditTrail().page(registered.organization().id(), all, PageRequest.first()).items().stream()
                .map(record -> record.action() + " by " + record.actor())
                .toList();
    }

    private Sessions remembering(Session session) {
        return new OtherSessions() {
            @Override
            public Optional<PresentedSession> recall(Token token) {
                return Optional.of(new PresentedSession(session, OrganizationStatus.APPROVED));
            }
        };
    }

    private static Sessions unreachable() {
        return new OtherSessions() {
            @Override
            public Optional<PresentedSession> find(Token token) {
                throw new Unreachable(new IllegalStateException("planted"));
            }
        };
    }

    private static class OtherSessions implements Sessions {

        @Override
        public Optional<PresentedSession> find(Token token) {
            throw new IllegalStateException("find is not expected");
        }

        @Override
        public Page<Session> page(OrganizationId organization, UserId user, Instant now, PageRequest<SessionId> request) {
            throw new IllegalStateException("page is not expected");
        }

        @Override
        public int removeExpired(Instant before, int limit) {
            throw new IllegalStateException("removeExpired is not expected");
        }
    }
}
