package dev.corridor.http.edge.body;

import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.Environment;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.Relations;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.engine.HibernateConstraintViolation;

/** Makes a {@link JsonRequest} of the members of an object, and says what is wrong with it. */
@Singleton
public final class RequestFields {

    private final Validator validator;
    private final AssetCatalogue assets;
    private final Map<Class<?>, RequestShape<?>> shapes = new ConcurrentHashMap<>();

    RequestFields(Validator validator, AssetCatalogue assets) {
        this.validator = validator;
        this.assets = assets;
    }

    /**
     * A request as it was read.
     *
     * @param faults in the order of the record's components
     * @param refusal of what has faults
     */
    public record Read<T>(T request, Map<String, Object> canonicalFields, List<FieldFault> faults, Optional<BusinessError> refusal) {}

    public <T> Read<T> read(Class<T> type, Map<String, Object> members, Environment environment) {
        var shape = shapeOf(type);
        var binding = shape.bind(members);
        var unreadable = fieldsOf(binding.faults().stream());
        var violations = validator.validate(binding.request()).stream()
                .filter(violation -> !unreadable.contains(fieldOf(violation, shape)))
                .toList();
        var found = Stream.concat(binding.faults().stream(), violations.stream().map(violation -> faultOf(violation, shape))).toList();
        var relations = new Relations(assets, environment, unreadable, fieldsOf(found.stream()));
        ((JsonRequest) binding.request()).relate(relations);
        var faults = Stream.concat(found.stream(), relations.faults().stream())
                .sorted(Comparator.comparingInt((FieldFault fault) -> shape.indexOf(fault.field())).thenComparing(FieldFault::reason))
                .toList();
        return new Read<>(binding.request(), shape.canonicalFields(members), faults, refusalOf(faults, violations, shape));
    }

    private static FieldFault faultOf(ConstraintViolation<?> violation, RequestShape<?> shape) {
        return new FieldFault(fieldOf(violation, shape), violation.getMessage());
    }

    /** If only assets are wrong there is a code of its own, which market clients expect. */
    private static Optional<BusinessError> refusalOf(
            List<FieldFault> faults, List<? extends ConstraintViolation<?>> violations, RequestShape<?> shape) {
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        var first = violations.stream().filter(violation -> faultOf(violation, shape).equals(faults.getFirst())).findFirst();
        boolean isAboutAssets = violations.size() == faults.size() && violations.stream().allMatch(violation -> supportedBy(violation) != null);
        if (!isAboutAssets || first.isEmpty()) {
            return Optional.of(new ValidationError(faults));
        }
        var asset = first.orElseThrow();
        return Optional.of(new AssetNotSupported(asset.getInvalidValue().toString(), supportedBy(asset).codes(), faults));
    }

    /** Null if the violation concerns something else. */
    @Nullable
    private static AssetCode.Supported supportedBy(ConstraintViolation<?> violation) {
        HibernateConstraintViolation<?> known = violation.unwrap(HibernateConstraintViolation.class);
        return known.getDynamicPayload(AssetCode.Supported.class);
    }

    /** Each value is the shape of its key's type. */
    @SuppressWarnings("unchecked")
    private <T> RequestShape<T> shapeOf(Class<T> type) {
        return (RequestShape<T>) shapes.computeIfAbsent(type, RequestShape::of);
    }

    private static Set<String> fieldsOf(Stream<FieldFault> faults) {
        return faults.map(FieldFault::field).collect(Collectors.toUnmodifiableSet());
    }

    private static String fieldOf(ConstraintViolation<?> violation, RequestShape<?> shape) {
        var path = new ArrayList<String>();
        violation.getPropertyPath().forEach(node -> path.add(node.getName()));
        return shape.fieldAt(path);
    }
}
