package dev.corridor.application.journal;

import dev.corridor.application.journal.port.RequestRecords;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.journal.RequestRecord;

public final class GetRequestService implements GetRequest {

    private final RequestRecords records;

    public GetRequestService(RequestRecords records) {
        this.records = records;
    }

    @Override
    public RequestRecord get(Command command) {
        return records.find(command.caller().organization(), command.request())
                .orElseThrow(() -> new BusinessException(new NotFound("Request")));
    }
}
