package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.user.AddUser;
import dev.corridor.application.user.AddUserService;
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
import dev.corridor.application.user.RegisterUser;
import dev.corridor.application.user.RegisterUserService;
import dev.corridor.application.user.RegistrationPolicy;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.application.user.port.Sessions;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.application.user.port.Users;
import dev.corridor.crypto.Argon2Expense;
import dev.corridor.crypto.Argon2Hashes;
import dev.corridor.crypto.SignedTokens;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.persistence.user.CachedSessions;
import dev.corridor.persistence.user.PostgresSessions;
import dev.corridor.persistence.user.PostgresUsers;
import dev.corridor.service.operation.CacheMeters;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.sandbox.TokenKeyFile;
import dev.corridor.service.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Users: their ports, use cases and upkeep. */
@Factory
final class UserFactory {

    /** Nodes' clocks differ a little: sessions are removed when their last access tokens have expired on all of them. */
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    @Singleton
    Users users(DataSource dataSource, CachedSessions sessions) {
        return new PostgresUsers(dataSource, sessions::forget);
    }

    @Singleton
    CachedSessions sessions(@Named(DatabaseFactory.ACCESS) DataSource dataSource, MeterRegistry meters) {
        return CacheMeters.watch(new CachedSessions(new PostgresSessions(dataSource)), "sessions", meters);
    }

    @Singleton
    Tokens tokens(Settings settings) {
        return new SignedTokens(settings.tokenKey().orElseGet(() -> new TokenKeyFile(settings.dataDirectory()).readOrCreate()), settings.cell());
    }

    @Singleton
    @Bean(preDestroy = "close")
    Argon2Hashes passwordHashes() {
        return new Argon2Hashes(Argon2Expense.STANDARD);
    }

    @Singleton
    RegisterUser registerUser(
            Users users, PasswordHashes hashes, Settings settings, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        var policy = switch (settings.environment()) {
            case SANDBOX -> new RegistrationPolicy(settings.registrationOpen(), OrganizationStatus.APPROVED, true);
            case LIVE -> new RegistrationPolicy(settings.registrationOpen(), OrganizationStatus.NOT_APPROVED, false);
        };
        return new RegisterUserService(users, hashes, policy, audit, ids, clock);
    }

    @Singleton
    AddUser addUser(Users users, PasswordHashes hashes, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        return new AddUserService(users, hashes, audit, ids, clock);
    }

    @Singleton
    LogIn logIn(Users users, PasswordHashes hashes, Tokens tokens, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        return new LogInService(users, hashes, tokens, audit, ids, clock);
    }

    @Singleton
    RefreshAccess refreshAccess(
            Tokens tokens, Sessions sessions, Users users, Settings settings, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        return new RefreshAccessService(tokens, sessions, users, settings.refreshTokens(), audit, ids, clock);
    }

    @Singleton
    LogOut logOut(Tokens tokens, Sessions sessions, Users users, AuditLog audit, InstantSource clock) {
        return new LogOutService(tokens, sessions, users, audit, clock);
    }

    @Singleton
    GetUser getUser(Users users) {
        return new GetUserService(users);
    }

    @Singleton
    ChangePassword changePassword(
            Users users, PasswordHashes hashes, Tokens tokens, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        return new ChangePasswordService(users, hashes, tokens, audit, ids, clock);
    }

    @Singleton
    ListSessions listSessions(Sessions sessions, InstantSource clock) {
        return new ListSessionsService(sessions, clock);
    }

    @Singleton
    EndSession endSession(Users users, AuditLog audit, InstantSource clock) {
        return new EndSessionService(users, audit, clock);
    }

    @Singleton
    AuthenticateUserService authenticateUser(Tokens tokens, Sessions sessions, Settings settings, InstantSource clock) {
        return new AuthenticateUserService(tokens, sessions, settings.environment(), clock);
    }

    @Singleton
    Upkeep sessionRemoval(Sessions sessions, InstantSource clock) {
        var remove = Upkeep.inBatchesOf(1_000, limit -> sessions.removeExpired(clock.instant().minus(CLOCK_SKEW), limit));
        return Upkeep.every(Duration.ofMinutes(1), "removing expired sessions", remove).notBefore(Duration.ofMinutes(1));
    }

    @Singleton
    OperateUser operateUser(Users users, AuditLog audit, InstantSource clock) {
        return new OperateUserService(users, audit, clock);
    }
}
