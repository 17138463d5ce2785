package dev.corridor.http.edge.validation;

import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.Environment;
import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong between the fields of a request, each of which may be right by itself; and what the domain says of all of them. A request
 * tells it what it relates, in the order of the fields. Nothing is said of fields that could not be read.
 */
public final class Relations {

    /** Any number of that many digits fits a {@code long}. */
    private static final int SAFE_DIGITS = 18;

    private final AssetCatalogue assets;
    private final Environment environment;
    private final Set<String> unreadable;
    private final Set<String> faulty;
    private final List<FieldFault> faults = new ArrayList<>();

    /**
     * @param unreadable fields of the wrong type
     * @param faulty fields that something is wrong with already
     */
    public Relations(AssetCatalogue assets, Environment environment, Set<String> unreadable, Set<String> faulty) {
        this.assets = assets;
        this.environment = environment;
        this.unreadable = unreadable;
        this.faulty = faulty;
    }

    public AssetCatalogue assets() {
        return assets;
    }

    /** The environment of the caller. */
    public Environment environment() {
        return environment;
    }

    /** Whether a field is given, and nothing is wrong with it. */
    public boolean isSound(String field, @Nullable Object value) {
        return value != null && isSound(field);
    }

    /** Whether nothing is wrong with a field, given or not. */
    public boolean isSound(String field) {
        return !faulty.contains(field);
    }

    /** Reported at the first. */
    public void exactlyOne(String field, @Nullable Object value, String otherField, @Nullable Object other) {
        boolean isOneGiven = (value == null) != (other == null);
        require(field, isOneGiven || !areReadable(field, otherField), "or " + otherField + " must be given, and not both");
    }

    /** A field and what was given for it. */
    public record Field(String name, @Nullable Object value) {}

    /** One of them, or more. Reported at the first. */
    public void atLeastOne(Field first, Field... others) {
        var all = Stream.concat(Stream.of(first), Stream.of(others)).toList();
        boolean isOneGiven = all.stream().anyMatch(field -> field.value() != null || unreadable.contains(field.name()));
        require(first.name(), isOneGiven, Stream.of(others).map(Field::name).collect(Collectors.joining(" or ", "or ", " must be given")));
    }

    private boolean areReadable(String field, String otherField) {
        return !unreadable.contains(field) && !unreadable.contains(otherField);
    }

    public void different(String field, @Nullable Object value, String otherField, @Nullable Object other) {
        require(field, value == null || !value.equals(other), "must differ from " + otherField);
    }

    /** An amount has no more decimals than its asset, and its smallest units can be counted. */
    public void fits(String field, @Nullable String amount, @Nullable String code) {
        if (amount != null && code != null && DecimalAmount.isPlainDecimal(amount)) {
            assets.find(code).ifPresent(asset -> fits(field, amount, asset));
        }
    }

    private void fits(String field, String amount, Asset asset) {
        int point = amount.indexOf('.');
        int integerDigits = point < 0 ? amount.length() : point;
        int decimals = point < 0 ? 0 : amount.length() - point - 1;
        int maxIntegerDigits = Math.min(SAFE_DIGITS - asset.decimals(), DecimalAmount.MAX_INTEGER_DIGITS);
        require(
                field,
                decimals <= asset.decimals() && integerDigits <= maxIntegerDigits,
                "must have at most " + asset.decimals() + " decimals and " + maxIntegerDigits + " digits before the point in " + asset);
    }

    public void require(String field, boolean right, String reason) {
        if (!right) {
            faults.add(new FieldFault(field, reason));
        }
    }

    /** What the domain finds counts where the edge has found nothing: of one field, one fault is enough. */
    public void addFromDomain(List<FieldFault> found) {
        for (var fault : found) {
            boolean isKnown = faults.stream().anyMatch(known -> known.field().equals(fault.field()));
            require(fault.field(), isKnown || !isSound(fault.field()), fault.reason());
        }
    }

    public List<FieldFault> faults() {
        return List.copyOf(faults);
    }
}
