package dev.corridor.portal.door;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What people have entered in a form, as values. What cannot be read is a validation error of its field. */
public final class Entered {

    /** Thousands may be set apart, as pages write them. */
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(?:,\\d{3})*(?:\\.\\d{1,9})?");

    private Entered() {}

    public static <T> T parse(Form form, String field, Function<String, T> parser, String reason) {
        try {
            return parser.apply(form.find(field).orElseThrow(IllegalArgumentException::new));
        } catch (IllegalArgumentException e) {
            throw new BusinessException(ValidationError.of(field, reason));
        }
    }

    public static Asset asset(Form form, String field, AssetCatalogue assets) {
        return parse(form, field, text -> assets.find(text).orElseThrow(IllegalArgumentException::new), "must be one of the list");
    }

    public static Money amount(Form form, String field, Asset asset) {
        return parse(
                form,
                field,
                text -> {
                    if (!AMOUNT.matcher(text).matches()) {
                        throw new IllegalArgumentException("not a plain decimal");
                    }
                    return Money.of(text.replace(",", ""), asset);
                },
                "must be an amount such as 1250.00, with at most " + asset.decimals() + " decimals for " + asset);
    }
}
