package dev.corridor.http.api.apikey;

import dev.corridor.domain.access.IpRange;
import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.text.Check;
import dev.corridor.http.edge.validation.Parseable;
import dev.corridor.http.edge.wire.Described;
import java.util.List;
import java.util.Map;

/** IPv4 or IPv6 addresses and CIDR ranges. */
final class AddressRanges implements Check<List<String>>, Described {

    private static final String REASON = "must be at most " + KeyTerms.MAX_ALLOWED_ADDRESSES + " addresses or CIDR ranges, such as \"192.0.2.0/24\"";

    private static final Check<String> RANGE = new Parseable(REASON, IpRange.class, IpRange::parse);

    @Override
    public boolean accepts(List<String> ranges) {
        return ranges.size() <= KeyTerms.MAX_ALLOWED_ADDRESSES && ranges.stream().allMatch(RANGE::accepts);
    }

    @Override
    public String reason() {
        return REASON;
    }

    @Override
    public Map<String, Object> keywords() {
        return Map.of("maxItems", KeyTerms.MAX_ALLOWED_ADDRESSES);
    }
}
