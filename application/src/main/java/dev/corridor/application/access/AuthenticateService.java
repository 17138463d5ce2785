package dev.corridor.application.access;

import dev.corridor.application.access.port.Credentials;
import dev.corridor.application.access.port.Credentials.Recollection;
import dev.corridor.application.access.port.Nonces;
import dev.corridor.application.access.port.SigningSecrets;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.AccessError.MissingNonce;
import dev.corridor.domain.access.AccessError.NonceNotMonotonous;
import dev.corridor.domain.access.AccessError.WrongSignature;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Cell;
import dev.corridor.domain.access.Credential;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.access.SignedRequest;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.organization.Environment;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;

public final class AuthenticateService implements Authenticate, AuthenticateFromCache, FindKeyDialect, RecheckCaller {

    private static final Logger LOG = System.getLogger(AuthenticateService.class.getName());

    private final Credentials credentials;
    private final SigningSecrets signingSecrets;
    private final Nonces nonces;
    private final UsedKeys usedKeys;
    private final UnknownKeys unknownKeys;
    private final Environment environment;
    private final Optional<Cell> cell;
    private final InstantSource clock;

    /** @param cell empty where there is one only */
    public AuthenticateService(
            Credentials credentials,
            SigningSecrets signingSecrets,
            Nonces nonces,
            UsedKeys usedKeys,
            UnknownKeys unknownKeys,
            Environment environment,
            Optional<Cell> cell,
            InstantSource clock) {
        this.credentials = credentials;
        this.signingSecrets = signingSecrets;
        this.nonces = nonces;
        this.usedKeys = usedKeys;
        this.unknownKeys = unknownKeys;
        this.environment = environment;
        this.cell = cell;
        this.clock = clock;
    }

    @Override
    public Caller authenticate(Authenticate.Command command) {
        var from = command.from();
        var credential = secretOf(command.presentedKey())
                .flatMap(secret -> findFrom(from, secret.hash()))
                .orElseThrow(() -> unknown(command));
        return admit(credential, command);
    }

    private Optional<Credential> findFrom(IpAddress from, String hash) {
        if (credentials.recall(hash) instanceof Recollection.Unknown) {
            unknownKeys.requireFewFrom(from);
        }
        return find(hash);
    }

    @Override
    public Optional<Caller> authenticateAtOnce(Authenticate.Command command) {
        if (command.signed().isPresent()) {
            return Optional.empty();
        }
        var recollection = secretOf(command.presentedKey())
                .map(secret -> credentials.recall(secret.hash()))
                .orElseGet(Recollection.Absent::new);
        return switch (recollection) {
            case Recollection.Known known -> Optional.of(admit(known.credential(), command));
            case Recollection.Absent absent -> refuseAtOnce(command);
            case Recollection.Unknown unknown -> Optional.empty();
        };
    }

    private Optional<Caller> refuseAtOnce(Authenticate.Command command) {
        if (unknownKeys.mayWait()) {
            return Optional.empty();
        }
        throw unknown(command);
    }

    /** A key of another cell is not known to be bad: its organization may be on its way here, or the proxy has led it astray. */
    private BusinessException unknown(Authenticate.Command command) {
        return isOfAnotherCell(command.presentedKey())
                ? new BusinessException(ServiceUnavailable.moving())
                : unknownKeys.refusal(new InvalidApiKey(), command.from());
    }

    private boolean isOfAnotherCell(String presentedKey) {
        return cell.isPresent() && secretOf(presentedKey).flatMap(ApiKeySecret::cell).filter(made -> !made.equals(cell.get())).isPresent();
    }

    @Override
    public Caller readmit(RecheckCaller.Command command) {
        return find(command.keyHash())
                .orElseThrow(() -> new BusinessException(new InvalidApiKey()))
                .admit(environment, command.from(), clock.instant());
    }

    @Override
    public Optional<String> recall(FindKeyDialect.Command command) {
        return secretOf(command.presentedKey())
                .flatMap(secret -> credentials.recall(secret.hash()) instanceof Recollection.Known known
                        ? known.credential().key().terms().dialect()
                        : Optional.empty());
    }

    private Optional<ApiKeySecret> secretOf(String presentedKey) {
        return ApiKeySecret.find(presentedKey).filter(secret -> secret.environment() == environment);
    }

    private Caller admit(Credential credential, Authenticate.Command command) {
        if (credential.signing().isPresent() && command.signed().isEmpty()) {
            throw new BusinessException(new MissingNonce());
        }
        var now = clock.instant();
        var caller = credential.admit(environment, command.from(), now);
        command.signed().ifPresent(request -> requireSigned(credential, request, command.presentedKey()));
        usedKeys.note(credential.key(), now);
        return caller;
    }

    private void requireSigned(Credential credential, SignedRequest request, String presentedKey) {
        var key = credential.key();
        boolean signed = credential.signing()
                .filter(sealed -> isSigned(request, key, sealed, presentedKey))
                .isPresent();
        if (!signed) {
            throw new BusinessException(new WrongSignature());
        }
        if (!nonces.advance(credential, request.nonce())) {
            throw new BusinessException(new NonceNotMonotonous());
        }
    }

    private boolean isSigned(SignedRequest request, ApiKey key, SealedSecret sealed, String presentedKey) {
        return key.terms().signature().filter(format -> request.isSignedWith(signingSecrets.open(sealed, key.id()), format, presentedKey))
                .isPresent();
    }

    private Optional<Credential> find(String hash) {
        try {
            return credentials.find(hash);
        } catch (Credentials.Unreachable e) {
            LOG.log(Level.ERROR, "The key store cannot be reached", e);
            throw new BusinessException(new AuthenticationFailed());
        }
    }
}
