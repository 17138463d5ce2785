package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Required;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** Walks the records of all requests and responses, and all parameters, and compares them with their schemas in OpenAPI. */
@MicronautTest
class ApiSchemasTest {

    /** Texts that have no form: names, notes, sentences, secrets, and what the market or an operator calls things. */
    private static final Set<String> FREE_TEXTS = Set.of(
            "revokedReason",
            "accessToken", "accountHolder", "accountNumber", "action", "actor", "address", "addressLine1", "addressLine2", "advice",
            "allowedAddresses", "answer",
            "apiKey",
            "bankAddressLine1", "bankCity", "bankCountry", "bankName", "bankRegion", "bankZipCode", "businessName", "by", "caller",
            "chainDisplayName",
            "chainTransactionId", "city", "code", "country", "createdBy", "currentPassword", "cursor", "decidedBy", "description", "detail", "doc",
            "email", "evidence",
            "firstName", "fromAddress",
            "holder",
            "iban", "key",
            "intermediaryBankAddress", "intermediaryBankName", "intermediarySwiftCode", "label", "lastName", "legalName", "meaning", "message",
            "method", "name",
            "newPassword", "nextCursor", "nickname", "note", "password", "phoneNumber", "prefix", "reason", "reference", "refreshToken", "region",
            "registrationNumber", "route", "secret", "senderName", "signingSecret", "since", "source", "subject", "swiftCode", "symbol", "symbols",
            "tags", "taxId",
            "ticket",
            "title", "toAddress", "txHash", "url", "way", "zipCode");

    private final Map<String, Object> document;

    ApiSchemasTest(World world) {
        this.document = new Yaml().load(world.stranger().bare("/openapi.yaml").body());
    }

    @TestFactory
    Stream<DynamicTest> a_component_of_an_answer_is_required_or_left_out_and_nullable_or_not_as_in_its_record() {
        return records().filter(type -> !JsonRequest.class.isAssignableFrom(type))
                .filter(type -> schemas().containsKey(nameOf(type)))
                .map(type -> DynamicTest.dynamicTest(nameOf(type), () -> {
                    for (var component : type.getRecordComponents()) {
                        boolean canBeLeftOut = has(JsonInclude.class, component);
                        boolean canBeNull = has(Nullable.class, component) && !canBeLeftOut;

                        assertThat(required(type).contains(component.getName())).as("%s is required", component).isEqualTo(!canBeLeftOut);
                        assertThat(isNullable(property(type, component))).as("%s is nullable", component).isEqualTo(canBeNull);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_component_of_a_request_is_required_or_nullable_as_in_its_record() {
        return records().filter(JsonRequest.class::isAssignableFrom)
                .map(type -> DynamicTest.dynamicTest(nameOf(type), () -> {
                    assertThat(schema(type)).containsEntry("additionalProperties", false);
                    for (var component : components(type).toList()) {
                        boolean isRequired = has(Required.class, component);

                        assertThat(required(type).contains(component.getName())).as("%s is required", component).isEqualTo(isRequired);
                        assertThat(isNullable(property(type, component))).as("%s is nullable", component).isEqualTo(!isRequired);
                    }
                }));
    }

    @Test
    void every_text_has_a_form_unless_it_is_free() {
        var formless = schemas().entrySet().stream()
                .filter(schema -> !schema.getKey().endsWith("Problem") && at(schema.getValue()).containsKey("properties"))
                .flatMap(schema -> at(at(schema.getValue()).get("properties")).entrySet().stream())
                .filter(property -> isPlainText(at(property.getValue())))
                .map(Map.Entry::getKey);
        var parameters = parameters().filter(parameter -> isPlainText(at(parameter.get("schema")))).map(parameter -> (String) parameter.get("name"));

        assertThat(Stream.concat(formless, parameters)).isNotEmpty().isSubsetOf(FREE_TEXTS);
    }

    @Test
    void every_schema_has_a_type() {
        assertThat(schemas().entrySet()).isNotEmpty().allSatisfy(schema -> assertThat(at(schema.getValue()).keySet())
                .as(schema.getKey())
                .containsAnyOf("type", "allOf"));
    }

    @Test
    void every_operation_with_json_has_an_example_of_it() {
        var bodies = operations().flatMap(operation -> Stream.of(
                at(operation.getOrDefault("requestBody", Map.of())), at(at(operation.get("responses")).getOrDefault("200", Map.of()))));

        assertThat(bodies.map(body -> at(body.getOrDefault("content", Map.of()))).filter(content -> content.containsKey("application/json")))
                .isNotEmpty()
                .allSatisfy(content -> assertThat(at(content.get("application/json"))).containsKey("example"));
    }

    private static boolean isPlainText(Map<String, Object> schema) {
        return switch (schema) {
            case Map<String, Object> any when any.containsKey("anyOf") -> ((List<?>) any.get("anyOf")).stream().anyMatch(one -> isPlainText(at(one)));
            case Map<String, Object> any when any.containsKey("items") -> isPlainText(at(any.get("items")));
            default -> "string".equals(schema.get("type"))
                    && !schema.containsKey("enum")
                    && !schema.containsKey("format")
                    && !schema.containsKey("pattern")
                    && !schema.containsKey("maxLength");
        };
    }

    private static Stream<Class<?>> records() {
        return BeanIntrospector.SHARED.findIntrospections(reference -> reference.getName().startsWith("dev.corridor.http.")).stream()
                .<Class<?>>map(BeanIntrospection::getBeanType)
                .filter(Class::isRecord)
                .filter(type -> type.getName().matches(".*(Request|Response|Details)(\\$\\w+)?"))
                // The operator API is no part of the customers' description.
                .filter(type -> !type.getPackageName().equals("dev.corridor.http.api.operator"));
    }

    /** Grouped ones stand among the others. */
    private static Stream<RecordComponent> components(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .flatMap(component -> has(JsonUnwrapped.class, component) ? components(component.getType()) : Stream.of(component));
    }

    /** Most annotations are for fields and parameters, and so for the field of a component. */
    private static boolean has(Class<? extends Annotation> annotation, RecordComponent component) {
        return Stream.of(component.getDeclaringRecord().getDeclaredFields())
                .anyMatch(field -> field.getName().equals(component.getName()) && field.isAnnotationPresent(annotation));
    }

    private static String nameOf(Class<?> type) {
        var given = type.getAnnotation(Schema.class);
        var own = type.getSimpleName().replaceFirst("Response$", "");
        var enclosing = type.getEnclosingClass() == null ? "" : nameOf(type.getEnclosingClass());
        return given == null ? enclosing + own : given.name();
    }

    private Map<String, Object> schemas() {
        return at(at(document.get("components")).get("schemas"));
    }

    private Map<String, Object> schema(Class<?> type) {
        return at(schemas().get(nameOf(type)));
    }

    private Collection<?> required(Class<?> type) {
        return (Collection<?>) schema(type).getOrDefault("required", List.of());
    }

    private Map<String, Object> property(Class<?> type, RecordComponent component) {
        return at(at(schema(type).get("properties")).get(component.getName()));
    }

    private static boolean isNullable(Map<String, Object> schema) {
        return ((List<?>) schema.getOrDefault("anyOf", List.of())).contains(Map.of("type", "null"));
    }

    private Stream<Map<String, Object>> operations() {
        return at(document.get("paths")).values().stream().flatMap(path -> at(path).values().stream()).map(ApiSchemasTest::at);
    }

    private Stream<Map<String, Object>> parameters() {
        return operations()
                .flatMap(operation -> ((List<?>) operation.getOrDefault("parameters", List.of())).stream())
                .map(ApiSchemasTest::at)
                .filter(parameter -> parameter.containsKey("schema"));
    }

    /** YAML consists of maps. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Object node) {
        return (Map<String, Object>) node;
    }
}
