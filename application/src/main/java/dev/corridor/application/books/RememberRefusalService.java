package dev.corridor.application.books;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.idempotency.RememberRefusal;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;

public final class RememberRefusalService implements RememberRefusal {

    private final Books books;

    public RememberRefusalService(Books books) {
        this.books = books;
    }

    @Override
    public void remember(Command command) {
        command.once().request().ifPresent(request -> remember(command.once(), Subjects.organization(request.key().organization()), command.error()));
    }

    private <R> void remember(Once<R> once, Subjects nothing, BusinessError error) {
        try {
            books.decide(once, nothing, open -> {
                throw new BusinessException(error);
            });
        } catch (BusinessException refusal) {
            if (!refusal.error().equals(error)) {
                throw refusal;
            }
        }
    }
}
