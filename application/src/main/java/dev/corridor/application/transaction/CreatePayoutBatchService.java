package dev.corridor.application.transaction;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutBatch.Item;
import dev.corridor.domain.transaction.PayoutBatchId;
import dev.corridor.domain.transaction.PayoutOrder;
import dev.corridor.domain.transaction.TransactionId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class CreatePayoutBatchService implements CreatePayoutBatch {

    private static final AuditAction CREATED = new AuditAction("payout_batch.created");
    private static final int MOST_FAULTS = 100;

    private final Registry registry;
    private final AuditLog audit;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public CreatePayoutBatchService(Registry registry, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        this.registry = registry;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public PayoutBatch create(Command command) {
        var caller = command.caller();
        var id = new PayoutBatchId(ids.next());
        return registry.decide(caller.organization(), command.once(), open -> {
            requireSound(command.orders());
            var now = clock.instant();
            var batch = PayoutBatch.of(id, caller.organization(), caller.principal().toString(), command.orders().size(), now);
            open.add(batch, items(command.orders()));
            open.record(audit.draw(
                    caller.organization(),
                    caller.principal(),
                    CREATED,
                    id,
                    Map.of("items", Integer.toString(command.orders().size())),
                    command.origin(),
                    now));
            return batch;
        });
    }

    private List<Item> items(List<PayoutOrder> orders) {
        var items = new ArrayList<Item>(orders.size());
        for (var order : orders) {
            items.add(Item.of(items.size() + 1, new TransactionId(ids.next()), order));
        }
        return items;
    }

    private static void requireSound(List<PayoutOrder> orders) {
        if (orders.isEmpty() || orders.size() > PayoutBatch.MAX_ITEMS) {
            throw new BusinessException(ValidationError.of("items", "must be 1 to " + PayoutBatch.MAX_ITEMS + " payouts"));
        }
        var first = new HashMap<Reference, Integer>();
        var faults = new ArrayList<FieldFault>();
        for (int number = 1; number <= orders.size(); number++) {
            var reference = orders.get(number - 1).memo().reference();
            var before = reference.map(first::get);
            if (before.isPresent()) {
                faults.add(new FieldFault("items." + number + ".reference", "is that of item " + before.get() + " too"));
            } else {
                int place = number;
                reference.ifPresent(given -> first.put(given, place));
            }
        }
        if (!faults.isEmpty()) {
            throw new BusinessException(new ValidationError(faults.subList(0, Math.min(MOST_FAULTS, faults.size()))));
        }
    }
}
