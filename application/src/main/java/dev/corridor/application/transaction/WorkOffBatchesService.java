package dev.corridor.application.transaction;

import dev.corridor.application.DecisionRolledBack;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.port.PayoutBatches;
import dev.corridor.application.transaction.port.PayoutBatches.Decided;
import dev.corridor.application.transaction.port.PayoutBatches.Work;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Principal;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.transaction.Hold.Refusal;
import dev.corridor.domain.transaction.PayoutBatch.Item;
import dev.corridor.domain.transaction.PayoutOrder.Way;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

public final class WorkOffBatchesService implements WorkOffBatches {

    private static final Logger LOG = System.getLogger(WorkOffBatchesService.class.getName());

    private static final int BATCHES_AT_ONCE = 4;

    /** Enough to fill the transactions of the books, and few beside the requests of customers. */
    private static final int ITEMS_AT_ONCE = 64;

    /** After which what passes by itself may have passed. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PayoutBatches batches;
    private final PayOutFiat payOutFiat;
    private final PayOutCrypto payOutCrypto;
    private final Environment environment;
    private final InstantSource clock;
    private final Executor executor;
    private final Semaphore room = new Semaphore(ITEMS_AT_ONCE);

    /** @param executor decides each item on a thread of its own */
    public WorkOffBatchesService(
            PayoutBatches batches,
            PayOutFiat payOutFiat,
            PayOutCrypto payOutCrypto,
            Environment environment,
            InstantSource clock,
            Executor executor) {
        this.batches = batches;
        this.payOutFiat = payOutFiat;
        this.payOutCrypto = payOutCrypto;
        this.environment = environment;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public int workOff(Command command) {
        var claimed = batches.claim(clock.instant(), command.lease(), BATCHES_AT_ONCE);
        claimed.forEach(work -> tryToWorkOff(work, command));
        return claimed.size();
    }

    private void tryToWorkOff(Work work, Command command) {
        try {
            workOff(work, command);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Could not work off " + work.batch() + "; it goes on at its next turn", e);
            batches.postpone(work, clock.instant().plus(PAUSE));
        }
    }

    private void workOff(Work work, Command command) {
        for (;;) {
            var items = batches.next(work, clock.instant().plus(command.lease()), command.chunk());
            if (items.isEmpty()) {
                batches.finish(work);
                return;
            }
            var decided = decide(work, items);
            batches.record(work, decided);
            if (decided.size() < items.size()) {
                batches.postpone(work, clock.instant().plus(PAUSE));
                return;
            }
        }
    }

    private List<Decided> decide(Work work, List<Item> items) {
        var caller = Caller.withFullAccess(work.organization(), Principal.parse(work.maker()), environment);
        var begun = items.stream().map(item -> begin(caller, item)).toList();
        return begun.stream().flatMap(each -> each.join().stream()).toList();
    }

    private CompletableFuture<Optional<Decided>> begin(Caller caller, Item item) {
        room.acquireUninterruptibly();
        return CompletableFuture.supplyAsync(() -> decide(caller, item), executor).whenComplete((decided, failure) -> room.release());
    }

    /** Empty if it must be tried again. */
    private Optional<Decided> decide(Caller caller, Item item) {
        try {
            payOut(caller, item);
            return Optional.of(new Decided(item.number(), Optional.empty()));
        } catch (BusinessException refusal) {
            return PayoutRetries.passes(refusal.error())
                    ? Optional.empty()
                    : Optional.of(new Decided(item.number(), Optional.of(Refusal.of(refusal.error()))));
        } catch (DecisionRolledBack rolledBack) {
            return Optional.empty();
        }
    }

    private void payOut(Caller caller, Item item) {
        var order = item.order();
        var id = Optional.of(item.transaction());
        switch (order.way()) {
            case Way.OverBank bank -> payOutFiat.payOut(new PayOutFiat.Command(
                    caller,
                    order.account(),
                    order.beneficiary(),
                    order.amount(),
                    bank.method(),
                    order.expectedFee(),
                    order.executeAt(),
                    order.memo(),
                    id,
                    Once.eachTime()));
            case Way.OverChain chain -> payOutCrypto.payOut(new PayOutCrypto.Command(
                    caller,
                    order.account(),
                    order.beneficiary(),
                    order.amount(),
                    chain.chain(),
                    order.expectedFee(),
                    order.executeAt(),
                    order.memo(),
                    id,
                    Once.eachTime()));
        }
    }
}
