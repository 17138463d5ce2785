package dev.corridor.application;

import static dev.corridor.testing.Fixtures.aKeyOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.access.KnownHands;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Broker;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.Organization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the audit of the organization itself tells, JudgePayoutTest knows. */
class KnownHandsTest {

    private final World world = new World();
    private final KnownHands hands = new KnownHands(world.store.auditTrail());
    private final Organization house = anOrganization();

    @Test
    void a_brokers_keys_are_known_to_the_broker() {
        world.store.registry().enrol(house, aKeyOf(house), List.of());
        var person = new UserId(world.ids.next());
        var first = new ApiKeyId(world.ids.next());
        var second = new ApiKeyId(world.ids.next());
        var anothers = new ApiKeyId(world.ids.next());
        isShown(person, first);
        isShown(person, second);
        isShown(new UserId(world.ids.next()), anothers);

        assertThat(mayBeOne(first, second)).isTrue();
        assertThat(mayBeOne(first, anothers)).isFalse();
    }

    private boolean mayBeOne(ApiKeyId one, ApiKeyId other) {
        return hands.mayBeOne(
                world.organization.id(), new Broker(house.id(), one).toString(), new Broker(house.id(), other).toString());
    }

    private void isShown(UserId person, ApiKeyId key) {
        var record = new AuditLog(world.ids).draw(
                house.id(), person, new AuditAction("api_key.created"), key, Map.of(), Origin.CONSOLE, world.clock.instant());
        world.store.registry().decide(house.id(), Optional.empty(), open -> {
            open.record(record);
            return record;
        });
    }
}
