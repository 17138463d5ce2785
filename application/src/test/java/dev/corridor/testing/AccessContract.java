package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.aKeyOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the key store and the store of organizations promise. */
public abstract class AccessContract extends StoreContract {

    @Test
    void a_key_is_found_by_its_hash() {
        var key = aKeyOf(organization);

        assertThat(store.apiKeys().add(key)).isTrue();

        assertThat(store.apiKeys().findByHash(key.hash())).contains(key);
        assertThat(store.apiKeys().findByHash("another hash")).isEmpty();
    }

    @Test
    void a_key_cannot_be_stored_twice() {
        var key = aKeyOf(organization);
        store.apiKeys().add(key);

        assertThat(store.apiKeys().add(key)).isFalse();
    }

    @Test
    void an_organization_is_found_as_it_was_stored() {
        assertThat(store.organizations().find(organization.id())).contains(organization);
        assertThat(store.organizations().find(anOrganization().id())).isEmpty();
    }
}
