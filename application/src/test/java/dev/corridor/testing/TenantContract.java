package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aDepositAddressOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aKeyOf;
import static dev.corridor.testing.Fixtures.aLetterOf;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.aPrimaryAccountOf;
import static dev.corridor.testing.Fixtures.aRecordOf;
import static dev.corridor.testing.Fixtures.aSessionOf;
import static dev.corridor.testing.Fixtures.aTestOf;
import static dev.corridor.testing.Fixtures.aTransferOf;
import static dev.corridor.testing.Fixtures.aUserOf;
import static dev.corridor.testing.Fixtures.anEndpointOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.access.port.Nonces;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.user.port.Users.Change;
import dev.corridor.application.user.port.Users.Registration;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.fee.FeeScheduleVersion;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.LetterFilter;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.QuoteFilter;
import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutBatch.Item;
import dev.corridor.domain.transaction.PayoutBatchId;
import dev.corridor.domain.transaction.PayoutOrder;
import dev.corridor.domain.transaction.PayoutOrder.Way.OverChain;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.domain.transaction.Statement.Period;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.webhook.Redelivery;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tenant boundary: through every port, an organization sees its own objects and none of another tenant, even by identifier. */
public abstract class TenantContract extends StoreContract {

    /** Here the organization is itself the object looked up, or part of its key. */
    private static final Set<Class<?>> PORTS_WITHOUT_TENANTS = Set.of(Organizations.class, Nonces.class);

    private static final FeeKey PRICED = FeeKey.cryptoPayout(Asset.USDC);
    private static final String HASH = "0xhash";
    private static final AuditAction NOTED = new AuditAction("transaction.noted");

    private final Map<Type, Object> arguments = new HashMap<>();
    private OrganizationId owner;
    private OrganizationId stranger;
    private Subjects everything;

    @BeforeEach
    void something_of_every_kind() {
        var organization = anOrganization();
        var broker = anOrganization();
        var key = aKeyOf(organization);
        var user = aUserOf(organization);
        var session = aSessionOf(user);
        var account = aPrimaryAccountOf(organization);
        store.users().register(new Registration(user, organization, account, List.of(aRecordOf(organization, "user.registered", NOON))));
        store.users().change(user.id(), open -> new Change<>(open, user, List.of(session), List.of()));
        var endpoint = anEndpointOf(organization);
        var message = aTestOf(endpoint);
        store.registry().decide(organization.id(), Optional.empty(), open -> {
            open.add(key);
            open.add(endpoint);
            open.record(aLetterOf(organization, broker));
            open.record(new AuditLog(new SequentialIds())
                    .draw(organization.id(), key.id(), NOTED, HASH, Map.of(), Origin.CONSOLE, NOON));
            open.record(new Redelivery.OfTest(endpoint.id(), message));
            return key;
        });
        DeliveriesContract.deliverAll(store, endpoint);
        var beneficiary = stored(aCryptoBeneficiaryOf(account));
        var quote = stored(aLiveQuoteOf(account));
        var deposit = posted(aDepositTo(account, usd("100.00")));
        var method = aDepositAddressOf(account);
        store.fundingMethods().add(method);
        var payout = aSentPayoutOf(account);
        var batch = PayoutBatch.of(new PayoutBatchId(new SequentialIds().next()), organization.id(), key.id().toString(), 1, NOON);
        var order = new PayoutOrder(
                account.id(), beneficiary.id(), usdc("1.000000"), new OverChain(ChainName.ETHEREUM_SEPOLIA), Optional.empty(), Optional.empty(),
                Memo.EMPTY);
        store.registry().decide(organization.id(), Optional.empty(), open -> {
            open.add(batch, List.of(Item.of(1, new TransactionId(new SequentialIds().next()), order)));
            return batch;
        });
        var connection = new Connection(
                new ConnectionId(new SequentialIds().next()), organization.id(), key.id().toString(), IpAddress.parse("192.0.2.7"), 0, NOON);
        store.connections().open(connection, UUID.randomUUID(), 1);

        owner = organization.id();
        stranger = anOrganization().id();
        everything = Subjects.beneficiary(owner, account.id(), beneficiary.id()).with(quote.id()).with(deposit.id());
        var price = new FeeSchedule(usdc("1.000000"), 0);
        store.feeSchedules().add(
                new FeeScheduleVersion(Optional.of(organization.id()), PRICED, Optional.of(price), "board", NOON), Optional.empty());

        Stream.of(account.id(), beneficiary.id(), quote.id(), payout.id(), key.id(), user.id(), connection.id(), method.id(), endpoint.id(),
                message.id(),
                batch.id(),
                PRICED,
                Asset.USD,
                NOON.plusSeconds(1))
                .forEach(argument -> arguments.put(argument.getClass(), argument));
        arguments.put(OrganizationId.class, broker.id());
        arguments.put(LetterFilter.class, LetterFilter.ALL);
        arguments.put(String.class, HASH);
        arguments.put(Set.class, Set.of(NOTED));
        arguments.put(int.class, 10);
        arguments.put(Executor.class, (Executor) Runnable::run);
        arguments.put(Duration.class, Duration.ofSeconds(5));
        arguments.put(Optional.class, Optional.empty());
        arguments.put(PageRequest.class, PageRequest.first());
        arguments.put(TransactionFilter.class, TransactionFilter.ALL);
        arguments.put(QuoteFilter.class, new QuoteFilter(Optional.empty(), Set.of(), NOON));
        arguments.put(AuditFilter.class, new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty()));
        arguments.put(Period.class, new Period(NOON.minusSeconds(1), NOON.plusSeconds(1)));
    }

    /** To a beneficiary of its own: of the other one, the first payout is yet to come. In both outboxes, so that each has something to hide. */
    private Transaction aSentPayoutOf(Account account) {
        posted(aDepositTo(account, usdc("1.000000")));
        var begun = aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("1.000000"));
        var sent = new Movement(begun.transaction().sentAs(HASH), begun.postings());
        return store.books().decide(Subjects.account(account.organization(), account.id()), open -> {
            open.record(aTransferOf(sent.transaction()));
            open.record(new BankTransfer(sent.transaction().id(), sent.transaction().organization(), "bank"));
            return open.post(sent);
        });
    }

    /** Walks every port method whose first parameter is an organization. Changing methods come last, and another tenant tries each first. */
    @Test
    void every_port_hides_from_a_stranger_what_it_shows_to_the_owner() {
        assertThat(questions()).hasSizeGreaterThan(15).allSatisfy(question -> {
            assertThat(isNothing(ask(question, stranger))).as(question + ", asked by a stranger").isTrue();
            assertThat(isNothing(ask(question, owner))).as(question + ", asked by the owner").isFalse();
        });
    }

    @Test
    void a_decision_sees_nothing_of_another_organization() {
        assertThat(seenBy(owner)).isEqualTo(4);
        assertThat(seenBy(stranger)).isZero();
    }

    private List<Method> questions() {
        return Stream.of(Store.class.getMethods())
                .map(Method::getReturnType)
                .filter(port -> !PORTS_WITHOUT_TENANTS.contains(port))
                .flatMap(port -> Stream.of(port.getMethods()))
                .filter(method -> (!method.isDefault() || method.getReturnType() == CompletionStage.class)
                        && method.getParameterCount() > 1
                        && method.getParameterTypes()[0] == OrganizationId.class
                        && method.getReturnType() != Object.class)
                .sorted(Comparator.comparing(method -> method.getReturnType() == boolean.class))
                .toList();
    }

    private long seenBy(OrganizationId organization) {
        var subjects = Subjects.organization(organization)
                .with(everything.account().orElseThrow())
                .with(everything.beneficiary().orElseThrow())
                .with(everything.quote().orElseThrow())
                .with(everything.transaction().orElseThrow());
        var looks = List.<Consumer<OpenBooks>>of(
                open -> open.account(everything.account().orElseThrow()),
                open -> open.beneficiary(everything.account().orElseThrow(), everything.beneficiary().orElseThrow()),
                open -> open.quote(everything.quote().orElseThrow()),
                open -> open.transaction(everything.transaction().orElseThrow()));
        return store.books().decide(subjects, open -> looks.stream().filter(look -> isSeen(look, open)).count());
    }

    private static boolean isSeen(Consumer<OpenBooks> look, OpenBooks open) {
        try {
            look.accept(open);
            return true;
        } catch (BusinessException notFound) {
            return false;
        }
    }

    private Object ask(Method question, OrganizationId asking) {
        var answers = Stream.concat(Stream.of(asking), Stream.of(question.getGenericParameterTypes()).skip(1).map(this::argumentOf));
        try {
            return question.invoke(portOf(question), answers.toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(question.toString(), e);
        }
    }

    private Object argumentOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? List.of(argumentOf(generic.getActualTypeArguments()[0]))
                    : argumentOf(generic.getRawType());
        }
        assertThat(arguments).as("arguments").containsKey(type);
        return arguments.get(type);
    }

    private Object portOf(Method question) throws ReflectiveOperationException {
        for (var accessor : Store.class.getMethods()) {
            if (accessor.getReturnType() == question.getDeclaringClass()) {
                return accessor.invoke(store);
            }
        }
        throw new AssertionError(question + " is of no port");
    }

    private static boolean isNothing(Object answer) {
        return switch (answer) {
            case CompletionStage<?> stage -> isNothing(stage.toCompletableFuture().join());
            case Optional<?> found -> found.isEmpty() || found.get() instanceof Statement statement && statement.lines().isEmpty();
            case Page<?> page -> page.items().isEmpty();
            case List<?> list -> list.isEmpty();
            case Set<?> set -> set.isEmpty();
            case Map<?, ?> map -> map.values().stream().allMatch(TenantContract::isNothing);
            case Balance balance -> balance.available().isZero() && balance.locked().isZero();
            case Boolean done -> !done;
            case FeeSchedule schedule -> schedule.equals(FeeSchedule.free(schedule.fixed().asset()));
            default -> throw new AssertionError("what is nothing of " + answer.getClass() + "?");
        };
    }
}
