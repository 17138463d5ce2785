package dev.corridor.application;

import static dev.corridor.application.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.access.UnknownKeys;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.AuthenticateOperator;
import dev.corridor.application.operator.AuthenticateOperatorService;
import dev.corridor.application.operator.EndOperatorToken;
import dev.corridor.application.operator.EndOperatorTokenService;
import dev.corridor.application.operator.EnrolOperator;
import dev.corridor.application.operator.EnrolOperatorService;
import dev.corridor.application.operator.GetEnrolment;
import dev.corridor.application.operator.GetEnrolmentService;
import dev.corridor.application.operator.InviteOperator;
import dev.corridor.application.operator.InviteOperatorService;
import dev.corridor.application.operator.IssueOperatorToken;
import dev.corridor.application.operator.IssueOperatorTokenService;
import dev.corridor.application.operator.ListOperatorTokensService;
import dev.corridor.application.operator.LogInOperator;
import dev.corridor.application.operator.LogInOperatorService;
import dev.corridor.application.operator.LogOutOperator;
import dev.corridor.application.operator.LogOutOperatorService;
import dev.corridor.application.operator.SwitchOperator;
import dev.corridor.application.operator.SwitchOperatorService;
import dev.corridor.application.operator.port.OneTimeCodes;
import dev.corridor.application.operator.port.OperatorSecrets;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.access.RateLimit;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.operator.OneTimeSecret;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.operator.OperatorToken;
import dev.corridor.domain.operator.TokenName;
import dev.corridor.domain.user.Lockout;
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.PasswordHash;
import dev.corridor.domain.user.UserError.AccountLocked;
import dev.corridor.domain.user.UserError.InvalidCredentials;
import dev.corridor.domain.user.UserError.TokenRevoked;
import dev.corridor.memory.InMemoryAllowances;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OperatorUseCasesTest {

    private static final OperatorName ALICE = new OperatorName("alice");
    private static final Password CHOSEN = new Password("Ch0sen&Safe");
    private static final Origin HOME = new Origin("req_1", "192.0.2.1");
    private static final Duration STEP = Duration.ofSeconds(30);

    private final World world = new World();
    private final PlainHashes hashes = new PlainHashes();
    private final CountedSecrets secrets = new CountedSecrets();
    private final AuditLog audit = new AuditLog(world.ids);
    private final OneTimeCodes codes = (code, secret, now) -> code.equals(codeOf(secret, stepNow())) ? OptionalLong.of(stepNow())
            : OptionalLong.empty();

    private final InviteOperator invite = new InviteOperatorService(world.store.operators(), hashes, secrets, audit, world.clock);
    private final SwitchOperator switchOperator = new SwitchOperatorService(world.store.operators(), audit, world.clock);
    private final LogInOperator logIn = new LogInOperatorService(world.store.operators(), hashes, codes, secrets, audit, world.clock);
    private final GetEnrolment getEnrolment = new GetEnrolmentService(world.store.operators(), secrets, world.clock);
    private final EnrolOperator enrol = new EnrolOperatorService(world.store.operators(), hashes, codes, secrets, audit, world.clock);
    private final AuthenticateOperator authenticate = new AuthenticateOperatorService(
            world.store.operators(), new UnknownKeys(new InMemoryAllowances(world.clock), Optional.of(RateLimit.parse("3/min"))), world.clock);
    private final LogOutOperator logOut = new LogOutOperatorService(world.store.operators(), audit, world.clock);

    private static final class PlainHashes implements PasswordHashes {

        @Override
        public PasswordHash hash(Password password) {
            return new PasswordHash("hash of " + password.value());
        }

        @Override
        public boolean matches(Password password, Supplier<Optional<PasswordHash>> hash) {
            return hash.get().filter(hash(password)::equals).isPresent();
        }
    }

    /** Each is another one. */
    private static final class CountedSecrets implements OperatorSecrets {

        private int drawn;

        @Override
        public Password newPassword() {
            return new Password("first " + ++drawn);
        }

        @Override
        public OperatorToken newToken() {
            return new OperatorToken("token " + ++drawn);
        }

        @Override
        public OneTimeSecret newSecret() {
            return OneTimeSecret.generate(ByteBuffer.allocate(OneTimeSecret.RANDOM_BYTES).putInt(++drawn).array());
        }

        @Override
        public SealedSecret seal(OneTimeSecret secret, OperatorName operator) {
            return new SealedSecret(operator + " " + secret.value());
        }

        @Override
        public OneTimeSecret open(SealedSecret sealed, OperatorName operator) {
            assertThat(sealed.value()).startsWith(operator + " ");
            return new OneTimeSecret(sealed.value().substring(operator.value().length() + 1));
        }
    }

    private long stepNow() {
        return world.clock.instant().getEpochSecond() / STEP.toSeconds();
    }

    private static String codeOf(OneTimeSecret secret, long step) {
        return secret.value().substring(0, 7) + step;
    }

    private record Enrolled(OneTimeSecret secret, OperatorToken token) {}

    private Password invited() {
        return invite.invite(new InviteOperator.Command(new Operator(), ALICE, false, Origin.CONSOLE)).first();
    }

    private LogInOperator.Result logIn(Password password, String code) {
        return logIn.logIn(new LogInOperator.Command(ALICE, password, code, HOME));
    }

    private OneTimeSecret secretOf(OperatorToken token) {
        return getEnrolment.get(new GetEnrolment.Command(token)).secret();
    }

    private Enrolled enrolled() {
        var token = logIn(invited(), "").token();
        var secret = secretOf(token);
        var proved = enrol.enrol(new EnrolOperator.Command(token, CHOSEN, codeOf(secret, stepNow()), HOME));
        return new Enrolled(secret, proved.token());
    }

    private Operator authenticate(OperatorToken token) {
        return Operator.named(authenticate.authenticate(new AuthenticateOperator.Command(token, Optional.empty())).operator());
    }

    private List<String> actions() {
        return world.store.auditTrail()
                .page(Operator.HOUSE, new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty()), PageRequest.first())
                .items()
                .reversed()
                .stream()
                .map(record -> record.action() + " by " + record.actor())
                .toList();
    }

    @Test
    void an_operator_enrols_with_a_first_password_and_logs_in_with_their_own_and_a_code() {
        var alice = enrolled();
        assertThat(authenticate(alice.token())).isEqualTo(Operator.named(ALICE));

        world.clock.advance(STEP);
        var later = logIn(CHOSEN, codeOf(alice.secret(), stepNow()));

        assertThat(authenticate(later.token()).toString()).isEqualTo("operator:alice");
        assertThat(actions()).containsExactly(
                "operator.invited by operator",
                "operator.logged_in by operator:alice",
                "operator.enrolled by operator:alice",
                "operator.logged_in by operator:alice");
    }

    @Test
    void a_session_without_a_second_factor_can_enrol_and_nothing_else() {
        var token = logIn(invited(), "").token();

        assertThat(refusal(() -> authenticate(token))).isEqualTo(new TokenRevoked());
        assertThat(secretOf(token)).isNotNull();
    }

    @Test
    void a_code_is_used_once() {
        var alice = enrolled();
        assertThat(refusal(() -> logIn(CHOSEN, codeOf(alice.secret(), stepNow())))).as("the one that has enrolled")
                .isEqualTo(new InvalidCredentials());
        world.clock.advance(STEP);
        var code = codeOf(alice.secret(), stepNow());
        logIn(CHOSEN, code);

        assertThat(refusal(() -> logIn(CHOSEN, code))).isEqualTo(new InvalidCredentials());
    }

    @Test
    void wrong_codes_lock_like_wrong_passwords_and_the_right_ones_are_refused_then() {
        var alice = enrolled();
        world.clock.advance(STEP);
        for (int i = 0; i < Lockout.MAX_FAILED_LOGINS; i++) {
            var attempt = i % 2 == 0 ? CHOSEN : new Password("wrong");
            assertThat(refusal(() -> logIn(attempt, "000000"))).isEqualTo(new InvalidCredentials());
        }

        assertThat(refusal(() -> logIn(CHOSEN, codeOf(alice.secret(), stepNow())))).isInstanceOf(AccountLocked.class);

        switchOperator.switchTo(new SwitchOperator.Command(new Operator(), ALICE, true, Origin.CONSOLE));
        assertThat(logIn(CHOSEN, codeOf(alice.secret(), stepNow())).session().isProved()).isTrue();
        assertThat(actions()).contains("operator.login_failed by stranger", "operator.locked by stranger", "operator.enabled by operator");
    }

    @Test
    void wrong_codes_lock_an_enrolment_too() {
        var token = logIn(invited(), "").token();
        for (int i = 0; i < Lockout.MAX_FAILED_LOGINS; i++) {
            assertThat(refusal(() -> enrol.enrol(new EnrolOperator.Command(token, CHOSEN, "000000", HOME)))).isEqualTo(new InvalidCredentials());
        }

        assertThat(refusal(() -> enrol.enrol(new EnrolOperator.Command(token, CHOSEN, codeOf(secretOf(token), stepNow()), HOME))))
                .isInstanceOf(AccountLocked.class);
    }

    /** Else who has seen the first password could know the secret, and nobody would notice. */
    @Test
    void each_login_before_the_enrolment_draws_another_secret_and_ends_the_session_before_it() {
        var first = invited();
        var before = logIn(first, "").token();
        var seen = secretOf(before);

        var token = logIn(first, "").token();

        assertThat(secretOf(token)).isNotEqualTo(seen);
        assertThat(refusal(() -> secretOf(before))).isEqualTo(new TokenRevoked());
        assertThat(refusal(() -> enrol.enrol(new EnrolOperator.Command(token, CHOSEN, codeOf(seen, stepNow()), HOME))))
                .isEqualTo(new InvalidCredentials());
    }

    @Test
    void the_secret_is_shown_until_it_is_proved_and_the_first_password_is_good_until_then() {
        var first = invited();
        var token = logIn(first, "").token();
        enrol.enrol(new EnrolOperator.Command(token, CHOSEN, codeOf(secretOf(token), stepNow()), HOME));

        assertThat(refusal(() -> secretOf(token))).isEqualTo(new TokenRevoked());
        assertThat(refusal(() -> logIn(first, ""))).isEqualTo(new InvalidCredentials());
        assertThat(refusal(() -> enrol.enrol(new EnrolOperator.Command(token, CHOSEN, "000000", HOME)))).isEqualTo(new TokenRevoked());
    }

    @Test
    void an_invitation_is_good_for_a_day() {
        var first = invited();
        world.clock.advance(Duration.ofDays(1));

        assertThat(refusal(() -> logIn(first, ""))).isEqualTo(new InvalidCredentials());
    }

    @Test
    void who_is_invited_again_has_lost_the_second_factor_the_password_and_all_sessions() {
        var alice = enrolled();

        var again = invite.invite(new InviteOperator.Command(new Operator(), ALICE, true, Origin.CONSOLE)).first();

        world.clock.advance(STEP);
        assertThat(refusal(() -> authenticate(alice.token()))).isEqualTo(new TokenRevoked());
        assertThat(refusal(() -> logIn(CHOSEN, codeOf(alice.secret(), stepNow())))).isEqualTo(new InvalidCredentials());
        assertThat(logIn(again, "").session().isProved()).isFalse();
    }

    @Test
    void who_is_disabled_is_out_at_once_and_comes_back_enabled() {
        var alice = enrolled();
        world.clock.advance(STEP);

        switchOperator.switchTo(new SwitchOperator.Command(new Operator(), ALICE, false, Origin.CONSOLE));
        assertThat(refusal(() -> authenticate(alice.token()))).isEqualTo(new TokenRevoked());
        assertThat(refusal(() -> logIn(CHOSEN, codeOf(alice.secret(), stepNow())))).isEqualTo(new InvalidCredentials());

        switchOperator.switchTo(new SwitchOperator.Command(new Operator(), ALICE, true, Origin.CONSOLE));
        assertThat(logIn(CHOSEN, codeOf(alice.secret(), stepNow())).session().isProved()).isTrue();
    }

    @Test
    void a_session_ends_with_the_day_and_with_a_logout() {
        var alice = enrolled();
        logOut.logOut(new LogOutOperator.Command(Operator.named(ALICE), alice.token(), HOME));
        assertThat(refusal(() -> authenticate(alice.token()))).isEqualTo(new TokenRevoked());

        world.clock.advance(STEP);
        var later = logIn(CHOSEN, codeOf(alice.secret(), stepNow())).token();
        world.clock.advance(OperatorSession.PROVED.minusMillis(1));
        assertThat(authenticate(later)).isEqualTo(Operator.named(ALICE));
        world.clock.advance(Duration.ofMillis(1));
        assertThat(refusal(() -> authenticate(later))).isEqualTo(new TokenRevoked());
    }

    @Test
    void a_name_is_invited_once_and_nobody_else_is_invited_again_or_switched() {
        invited();

        assertThat(refusal(this::invited)).isEqualTo(new InvalidRequest("There is an operator of this name already."));
        var bob = new OperatorName("bob");
        assertThat(refusal(() -> invite.invite(new InviteOperator.Command(new Operator(), bob, true, Origin.CONSOLE))))
                .isEqualTo(new NotFound("Operator"));
        assertThat(refusal(() -> switchOperator.switchTo(new SwitchOperator.Command(new Operator(), bob, false, Origin.CONSOLE))))
                .isEqualTo(new NotFound("Operator"));
        assertThat(refusal(() -> logIn.logIn(new LogInOperator.Command(bob, CHOSEN, "", HOME)))).isEqualTo(new InvalidCredentials());
    }

    @Test
    void a_program_has_a_token_of_its_operator_until_it_ends() {
        invited();
        var issued = issue("reports");

        assertThat(authenticate(issued.token())).isEqualTo(Operator.named(ALICE));
        assertThat(new ListOperatorTokensService(world.store.operators()).list()).containsExactly(issued.session());
        assertThat(refusal(() -> issue("reports"))).isEqualTo(new InvalidRequest("The operator has a token of this name already: end it first."));

        var other = issue("other");
        new EndOperatorTokenService(world.store.operators(), audit, world.clock)
                .end(new EndOperatorToken.Command(new Operator(), ALICE, new TokenName("reports"), Origin.CONSOLE));
        assertThat(refusal(() -> authenticate(issued.token()))).isEqualTo(new TokenRevoked());
        assertThat(authenticate(other.token())).isEqualTo(Operator.named(ALICE));

        world.clock.advance(Duration.ofDays(30));
        assertThat(refusal(() -> authenticate(other.token()))).isEqualTo(new TokenRevoked());
    }

    @Test
    void with_its_operator_a_program_is_out_for_good() {
        invited();
        var issued = issue("reports");

        switchOperator.switchTo(new SwitchOperator.Command(new Operator(), ALICE, false, Origin.CONSOLE));
        assertThat(refusal(() -> authenticate(issued.token()))).isEqualTo(new TokenRevoked());
        assertThat(refusal(() -> issue("again"))).isEqualTo(new InvalidRequest("The operator is disabled."));
        switchOperator.switchTo(new SwitchOperator.Command(new Operator(), ALICE, true, Origin.CONSOLE));
        assertThat(refusal(() -> authenticate(issued.token()))).isEqualTo(new TokenRevoked());
    }

    @Test
    void who_guesses_tokens_is_not_listened_to() {
        invited();
        var issued = issue("reports");
        var stranger = Optional.of(IpAddress.parse("203.0.113.9"));
        for (int i = 0; i < 3; i++) {
            assertThat(refusal(() -> authenticate.authenticate(new AuthenticateOperator.Command(new OperatorToken("guess"), stranger))))
                    .isEqualTo(new TokenRevoked());
        }

        assertThat(refusal(() -> authenticate.authenticate(new AuthenticateOperator.Command(issued.token(), stranger))))
                .isInstanceOf(RateLimitExceeded.class);
        assertThat(authenticate.authenticate(new AuthenticateOperator.Command(issued.token(), Optional.of(IpAddress.parse("203.0.114.9")))))
                .isEqualTo(issued.session());
    }

    private LogInOperator.Result issue(String name) {
        return new IssueOperatorTokenService(world.store.operators(), secrets, audit, world.clock).issue(
                new IssueOperatorToken.Command(new Operator(), ALICE, new TokenName(name), Duration.ofDays(30), Origin.CONSOLE));
    }
}
