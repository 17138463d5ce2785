package dev.corridor.http.edge.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.text.Check;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.request.RequestId;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.FutureMoment;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.Parseable;
import dev.corridor.http.edge.validation.PastDate;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Rules;
import dev.corridor.http.edge.validation.Text;
import dev.corridor.http.edge.wire.Described;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The schemas of requests and responses, made from what their records say at compile time: types, nullability, constraints and {@link Spells}.
 * Only the descriptions come from the generator, which reads them from the sources.
 */
final class Schemas {

    private static final int HEX_DIGITS_OF_A_UUID = 32;
    private static final String DECIMAL = "(0|[1-9][0-9]*)(\\.[0-9]+)?$";

    private static final Map<Class<?>, Map<String, Object>> SIMPLE = Map.of(
            boolean.class, Map.of("type", "boolean"),
            Boolean.class, Map.of("type", "boolean"),
            int.class, Map.of("type", "integer", "format", "int32"),
            Integer.class, Map.of("type", "integer", "format", "int32"),
            long.class, Map.of("type", "integer", "format", "int64"),
            Long.class, Map.of("type", "integer", "format", "int64"),
            Duration.class, Map.of("type", "integer", "format", "int64"),
            Instant.class, Map.of("type", "string", "format", "date-time"),
            String.class, Map.of("type", "string"));

    private final AssetCatalogue assets;
    private final Map<String, Object> generated;
    private final Map<String, Object> components = new TreeMap<>();
    private final Map<String, Object> sources = new HashMap<>();

    /** @param generated the generator's schemas, by its names */
    Schemas(AssetCatalogue assets, Map<String, Object> generated) {
        this.assets = assets;
        this.generated = generated;
    }

    /** All that were asked for, by name. */
    Map<String, Object> components() {
        return components;
    }

    /** A reference to the schema of a record, or of a list of them. */
    Map<String, Object> of(Argument<?> type) {
        var name = nameOf(type);
        return defined(name, sourceOf(type), () -> object(type));
    }

    /**
     * A reference to the component of that name, which is made if there is none; it may refer to itself.
     *
     * @param source what it describes; a name describes one thing
     */
    Map<String, Object> defined(String name, Object source, Supplier<Map<String, Object>> schema) {
        var other = sources.putIfAbsent(name, source);
        if (other != null && !other.equals(source)) {
            throw new IllegalStateException(source + " and " + other + " would both be the schema " + name);
        }
        if (!components.containsKey(name)) {
            components.put(name, Map.of());
            components.put(name, schema.get());
        }
        return reference(name);
    }

    /** The generator's names of a record, by which its references find it: alone, and in a list. */
    static Stream<String> generatedNames(Class<?> type) {
        var enclosing = type.getEnclosingClass();
        var own = enclosing == null ? type.getSimpleName() : enclosing.getSimpleName() + "." + type.getSimpleName();
        return Stream.concat(givenName(type).stream(), Stream.of(own));
    }

    private static Object sourceOf(Argument<?> type) {
        return type.hasTypeVariables() ? List.of(type.getType(), type.getTypeParameters()[0].getType()) : type.getType();
    }

    private static String nameOf(Argument<?> type) {
        return type.hasTypeVariables() ? nameOf(type.getTypeParameters()[0]) + "List" : nameOf(type.getType());
    }

    private static Optional<String> givenName(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Schema.class)).map(Schema::name).filter(name -> !name.isEmpty());
    }

    private static String nameOf(Class<?> type) {
        if (givenName(type).isPresent()) {
            return givenName(type).get();
        }
        var own = type.getSimpleName().replaceFirst("(Response|Fields)$", "");
        return type.getEnclosingClass() == null ? own : nameOf(type.getEnclosingClass()) + own;
    }

    private Map<String, Object> object(Argument<?> type) {
        var introspection = BeanIntrospection.getIntrospection(type.getType());
        boolean isRequest = JsonRequest.class.isAssignableFrom(type.getType());
        var described = described(type);
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var component : components(introspection)) {
            properties.put(component.getName(), property(component, type, isRequest, described));
            if (isRequired(component, isRequest)) {
                required.add(component.getName());
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        if (properties.isEmpty()) {
            // Without it, generators take an object without members for one with any, and then read none.
            schema.put("allOf", List.of(Map.of("type", "object")));
        }
        if (described.containsKey("description")) {
            schema.put("description", described.get("description"));
        }
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (isRequest) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    private Map<?, ?> described(Argument<?> type) {
        return generatedNames(type.getType())
                .map(generated::get)
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(Map.class::cast)
                .findFirst()
                .orElse(Map.of());
    }

    /** Grouped ones stand among the others. */
    private static List<Argument<?>> components(BeanIntrospection<?> introspection) {
        return Stream.of(introspection.getConstructorArguments())
                .flatMap(component -> component.isAnnotationPresent(JsonUnwrapped.class)
                        ? components(BeanIntrospection.getIntrospection(component.getType())).stream()
                        : Stream.of(component))
                .toList();
    }

    private Map<String, Object> property(Argument<?> component, Argument<?> owner, boolean isRequest, Map<?, ?> described) {
        var type = component.isTypeVariable() || component.hasTypeVariables() ? inside(component, owner) : component;
        var schema = new LinkedHashMap<>(value(type, component.getAnnotationMetadata()));
        if (component.isNullable() && (isRequest || !isLeftOut(component))) {
            var orNull = new LinkedHashMap<String, Object>();
            orNull.put("anyOf", List.of(schema, Map.of("type", "null")));
            schema = orNull;
        }
        if (described.get("properties") instanceof Map<?, ?> all
                && all.get(component.getName()) instanceof Map<?, ?> one
                && one.get("description") instanceof String description) {
            schema.put("description", description);
        }
        return schema;
    }

    /** With the type variable of its record, if it has one. */
    private static Argument<?> inside(Argument<?> component, Argument<?> owner) {
        if (!owner.hasTypeVariables() || component.getType() != List.class) {
            return component;
        }
        Argument<?> element = owner.getTypeParameters()[0];
        return Argument.listOf(element);
    }

    private static boolean isRequired(Argument<?> component, boolean isRequest) {
        return isRequest ? component.isAnnotationPresent(Required.class) : !isLeftOut(component);
    }

    private static boolean isLeftOut(Argument<?> component) {
        return component.isAnnotationPresent(JsonInclude.class);
    }

    /** The schema of a value that is there, by its type and what its annotations say. */
    Map<String, Object> value(Argument<?> type, AnnotationMetadata annotations) {
        if (type.getType() == List.class) {
            var items = elements(type.getTypeParameters()[0], annotations);
            return with(keywords(annotations), Map.of("type", "array", "items", items));
        } else if (type.getType() == Map.class) {
            var values = value(type.getTypeParameters()[1], AnnotationMetadata.EMPTY_METADATA);
            return with(keywords(annotations), Map.of("type", "object", "additionalProperties", values));
        } else if (type.getType() == String.class || annotations.hasAnnotation(Spells.class)) {
            return text(annotations);
        } else if (SIMPLE.containsKey(type.getType())) {
            return SIMPLE.get(type.getType());
        }
        return of(type);
    }

    private Map<String, Object> elements(Argument<?> type, AnnotationMetadata annotations) {
        return value(type, annotations.hasAnnotation(Spells.class) ? annotations : AnnotationMetadata.EMPTY_METADATA);
    }

    private Map<String, Object> text(AnnotationMetadata annotations) {
        if (annotations.hasAnnotation(Literal.class)) {
            return words(annotations.stringValue(Literal.class).stream().toList());
        } else if (annotations.hasAnnotation(Spells.class)) {
            var type = annotations.classValue(Spells.class).orElseThrow();
            return annotations.booleanValue(Spells.class, "inLowerCase").orElse(false) ? words(namesInLowerCase(type)) : spelled(type);
        } else if (annotations.hasAnnotation(OneOf.class)) {
            return spelled(annotations.classValue(OneOf.class).orElseThrow());
        } else if (annotations.hasAnnotation(AssetCode.class)) {
            var kinds = annotations.enumValues(AssetCode.class, Asset.Kind.class);
            return kinds.length == 0 ? spelled(Asset.class) : words(codes(kinds));
        } else if (annotations.hasAnnotation(FutureMoment.class)) {
            return spelled(Instant.class);
        } else if (annotations.hasAnnotation(PastDate.class)) {
            return Map.of("type", "string", "format", "date");
        } else if (annotations.hasAnnotation(Text.class)) {
            return Map.of("type", "string", "minLength", 1, "maxLength", annotations.intValue(Text.class, "max").orElseThrow());
        }
        return with(keywords(annotations), Map.of("type", "string"));
    }

    /** What the check of a value says of it. */
    private Map<String, Object> keywords(AnnotationMetadata annotations) {
        Class<?> check = annotations.classValue(Is.class).orElse(null);
        return check == null ? Map.of() : keywords((Check<?>) Rules.make(check));
    }

    private Map<String, Object> keywords(Check<?> check) {
        return switch (check) {
            case Described described -> described.keywords();
            case Parseable parseable -> spelled(parseable.type());
            default -> check.form().<Map<String, Object>>map(form -> Map.of("pattern", "^(?:" + form.pattern() + ")$")).orElse(Map.of());
        };
    }

    /** What a text is like that spells a value of a type. */
    Map<String, Object> spelled(Class<?> type) {
        if (SIMPLE.containsKey(type)) {
            return SIMPLE.get(type);
        } else if (type.isSealed()) {
            var kinds = Arrays.stream(type.getPermittedSubclasses()).map(Argument::of).map(this::of).toList();
            return kinds.size() == 1 ? kinds.getFirst() : Map.of("anyOf", kinds);
        } else if (Described.class.isAssignableFrom(type)) {
            return with(((Described) Rules.make(type)).keywords(), Map.of("type", "string"));
        }
        return defined(nameOf(type), type, () -> named(type));
    }

    private Map<String, Object> named(Class<?> type) {
        if (type.isEnum()) {
            return words(Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        } else if (type == Asset.class) {
            return words(codes());
        } else if (type == Money.class) {
            return Map.of("type", "string", "pattern", "^-?" + DECIMAL, "description", "A decimal number in major units of its asset.");
        } else if (type == Rate.class) {
            return Map.of("type", "string", "pattern", "^" + DECIMAL, "description", "The price of one unit of an asset in another.");
        } else if (type == RequestId.class) {
            return id(RequestId.PREFIX, HEX_DIGITS_OF_A_UUID);
        }
        return id(type);
    }

    private static Map<String, Object> id(String prefix, int hexDigits) {
        return Map.of("type", "string", "pattern", "^" + prefix + "[0-9a-f]{" + hexDigits + "}$");
    }

    private static Map<String, Object> id(Class<?> type) {
        try {
            var text = type.getConstructor(UUID.class).newInstance(new UUID(0, 0)).toString();
            int hexDigits = text.length() - text.indexOf('_') - 1;
            return id(text.substring(0, text.length() - hexDigits), hexDigits);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " has no form on the wire", e);
        }
    }

    private List<String> codes(Asset.Kind... kinds) {
        var wanted = Set.of(kinds.length == 0 ? Asset.Kind.values() : kinds);
        return assets.all().stream().filter(asset -> wanted.contains(asset.kind())).map(Asset::code).toList();
    }

    private static List<String> namesInLowerCase(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT)).toList();
    }

    static Map<String, Object> words(List<String> words) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "string");
        schema.put("enum", words);
        return schema;
    }

    static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** The keywords of a check over those of the type; a reference stands alone. */
    private static Map<String, Object> with(Map<String, Object> keywords, Map<String, Object> type) {
        if (keywords.containsKey("$ref")) {
            return keywords;
        }
        var schema = new LinkedHashMap<>(type);
        keywords.forEach((keyword, value) -> schema.merge(keyword, value, Schemas::both));
        return schema;
    }

    private static Object both(Object general, Object special) {
        if (general instanceof Map<?, ?> less && special instanceof Map<?, ?> more) {
            var both = new LinkedHashMap<Object, Object>(less);
            both.putAll(more);
            return both;
        }
        return special;
    }
}
