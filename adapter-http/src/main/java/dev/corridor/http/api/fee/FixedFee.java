package dev.corridor.http.api.fee;

import dev.corridor.domain.text.Check;
import dev.corridor.http.edge.validation.DecimalAmount;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount as in {@link DecimalAmount}, or zero. */
public final class FixedFee implements Check<String> {

    @Override
    public boolean accepts(String text) {
        return DecimalAmount.isPlainDecimal(text);
    }

    @Override
    public String reason() {
        return "must be a decimal number, zero or more, such as \"1.00\"";
    }

    @Override
    public Optional<Pattern> form() {
        return new DecimalAmount().form();
    }
}
