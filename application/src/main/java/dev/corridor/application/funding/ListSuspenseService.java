package dev.corridor.application.funding;

import dev.corridor.application.funding.port.Receipts;
import dev.corridor.domain.funding.Receipt.Suspended;
import java.util.List;

public final class ListSuspenseService implements ListSuspense {

    private final Receipts receipts;

    public ListSuspenseService(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public List<Suspended> list(Command command) {
        return receipts.suspended(command.limit());
    }
}
