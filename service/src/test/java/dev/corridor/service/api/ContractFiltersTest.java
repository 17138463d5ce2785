package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every value that the contracts name is a valid filter, and an empty list where nothing has it. Sources: the NXOS contract, sections 1 and 4. */
@MicronautTest
class ContractFiltersTest {

    private final Customer acme;

    ContractFiltersTest(World world) {
        this.acme = world.newCustomer();
    }

    /**
     * @param list the path, up to the value
     * @param values separated by commas, or by blanks if the list takes one at a time
     */
    private record Filter(String list, String values) {

        Stream<String> paths() {
            var each = Stream.of(values.split("[ ,]"));
            return (values.contains(",") ? Stream.concat(each, Stream.of(values)) : each).map(value -> list + value);
        }
    }

    private List<Filter> filters() {
        return List.of(
                new Filter(
                        "/v1/transactions?type=",
                        "CRYPTO_PAYIN,CRYPTO_PAYOUT,FIAT_PAYIN,FIAT_PAYOUT,TRADE,TRANSFER,NXOSNET_TRANSFER,ADJUSTMENT,COMMISSION"),
                new Filter("/v1/transactions?status=", "EXPECTED,LOCKED,COMPLETED,DECLINED,REFUNDED"),
                new Filter("/v1/quotes?status=", "PENDING,COMPLETED,EXPIRED,FAILED"),
                new Filter("/v1/transactions?asset=", "USD EUR USDC USDT"),
                new Filter("/v1/beneficiaries?accountId=" + acme.account() + "&type=", "CRYPTO BANK NXOSNET"));
    }

    @TestFactory
    Stream<DynamicTest> every_value_of_the_contract_is_a_filter() {
        return filters().stream().flatMap(Filter::paths).map(path -> DynamicTest.dynamicTest(path, () -> {
            var list = acme.api().get(path).isOk();

            assertThat(list.text("/object")).isEqualTo("list");
        }));
    }
}
