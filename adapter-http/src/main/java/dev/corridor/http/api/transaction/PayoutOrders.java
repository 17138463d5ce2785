package dev.corridor.http.api.transaction;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutOrder;
import dev.corridor.http.edge.body.ListBody;
import dev.corridor.http.edge.body.RequestFields;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * The payouts of a batch, as its body lists them: each as the body of a single one. One that names a chain goes over it, any other over a bank. What is wrong
 * with them is said of all at once, up to a bound, each with its line.
 */
@Singleton
final class PayoutOrders {

    private static final int MOST_FAULTS = 100;

    private final RequestFields fields;
    private final AssetCatalogue assets;

    PayoutOrders(RequestFields fields, AssetCatalogue assets) {
        this.fields = fields;
        this.assets = assets;
    }

    List<PayoutOrder> of(List<ListBody.Entry> entries, Caller caller) {
        var orders = new ArrayList<PayoutOrder>(entries.size());
        var faults = new ArrayList<FieldFault>();
        int number = 0;
        for (var entry : entries) {
            number++;
            read(entry, number, caller, orders, faults);
            if (faults.size() >= MOST_FAULTS || number > PayoutBatch.MAX_ITEMS) {
                break;
            }
        }
        if (!faults.isEmpty()) {
            throw new BusinessException(new ValidationError(faults.subList(0, Math.min(MOST_FAULTS, faults.size()))));
        }
        return orders;
    }

    private void read(ListBody.Entry entry, int number, Caller caller, List<PayoutOrder> orders, List<FieldFault> faults) {
        if (entry.fault().isPresent()) {
            faults.add(new FieldFault("items." + number, entry.fault().get() + " (line " + entry.line() + ")"));
        } else if (entry.members().containsKey("chainName")) {
            var read = read(CryptoPayoutRequest.class, entry, number, caller, faults);
            if (read.faults().isEmpty()) {
                orders.add(read.request().toOrder(caller, assets));
            }
        } else {
            var read = read(FiatPayoutRequest.class, entry, number, caller, faults);
            if (read.faults().isEmpty()) {
                orders.add(read.request().toOrder(caller, assets));
            }
        }
    }

    private <T> RequestFields.Read<T> read(Class<T> type, ListBody.Entry entry, int number, Caller caller, List<FieldFault> faults) {
        var read = fields.read(type, entry.members(), caller.environment());
        read.faults().forEach(fault -> faults.add(
                new FieldFault("items." + number + "." + fault.field(), fault.reason() + " (line " + entry.line() + ")")));
        return read;
    }
}
