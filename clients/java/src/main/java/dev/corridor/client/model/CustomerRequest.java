package dev.corridor.client.model;

import java.util.Map;

public final class CustomerRequest extends Members<CustomerRequest> {

    private CustomerRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static CustomerRequest of(String name, OrganizationType type) {
        return new CustomerRequest(Map.of())
                .with("name", name)
                .with("type", type);
    }

    @Override
    CustomerRequest copy(Map<String, Object> values) {
        return new CustomerRequest(values);
    }

    /** Your own notes on the customer. */
    public CustomerRequest metadata(Map<String, String> metadata) {
        return with("metadata", metadata);
    }
}
