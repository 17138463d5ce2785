package dev.corridor.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The allowed dependencies between the features of a layer. A feature is a package directly below the layer. It may depend on the features
 * that it is placed after, transitively, and on the foundations; foundations depend on no feature. A feature can only be placed after
 * existing ones, so there are no cycles.
 *
 * <pre>{@code
 * FeatureLine.foundedOn("money", "error")
 *         .feature("organization")
 *         .feature("account", "organization")
 *         .feature("quote", "account");
 * }</pre>
 */
public final class FeatureLine {

    /** The layer's own package: shared by all features, so it may depend on none of them. */
    private static final String THE_LAYER_ITSELF = "";

    private final Set<String> foundations;
    private final Map<String, Set<String>> mayKnow;

    private FeatureLine(Set<String> foundations, Map<String, Set<String>> mayKnow) {
        this.foundations = foundations;
        this.mayKnow = mayKnow;
    }

    public static FeatureLine foundedOn(String... foundations) {
        var mayKnow = new LinkedHashMap<String, Set<String>>();
        mayKnow.put(THE_LAYER_ITSELF, Set.of());
        for (var foundation : foundations) {
            mayKnow.put(foundation, Set.of(THE_LAYER_ITSELF));
        }
        return new FeatureLine(Set.copyOf(mayKnow.keySet()), mayKnow);
    }

    /** Adds a feature and its direct dependencies, if any. */
    public FeatureLine feature(String name, String... after) {
        if (mayKnow.containsKey(name)) {
            throw new IllegalArgumentException("the feature " + name + " already stands in the line");
        }
        var known = new HashSet<>(foundations);
        for (var neighbour : after) {
            if (!mayKnow.containsKey(neighbour)) {
                throw new IllegalArgumentException("no feature " + neighbour + " stands in the line before " + name);
            }
            known.add(neighbour);
            known.addAll(mayKnow.get(neighbour));
        }
        var longer = new LinkedHashMap<>(mayKnow);
        longer.put(name, known);
        return new FeatureLine(foundations, longer);
    }

    /** Requires a layer to respect this line, and the line to name exactly the layer's features. */
    ArchCondition<JavaClass> keptIn(String layer) {
        return new ArchCondition<>("keep to the line of features") {

            private Set<String> missing;

            @Override
            public void init(Collection<JavaClass> classes) {
                missing = new TreeSet<>(mayKnow.keySet());
                missing.remove(THE_LAYER_ITSELF);
                classes.forEach(found -> missing.remove(featureOf(found, layer)));
            }

            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                var feature = featureOf(origin, layer);
                if (!mayKnow.containsKey(feature)) {
                    var message = origin.getName() + " belongs to a feature without a place in the line: " + feature;
                    events.add(SimpleConditionEvent.violated(origin, message));
                    return;
                }
                for (var dependency : origin.getDirectDependenciesFromSelf()) {
                    var target = dependency.getTargetClass().getBaseComponentType();
                    if (isIn(layer, target) && !mayKnow(feature, featureOf(target, layer))) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                for (var feature : missing) {
                    var message = "The line names a feature that " + layer + " does not have: " + feature;
                    events.add(SimpleConditionEvent.violated(feature, message));
                }
            }
        };
    }

    private boolean mayKnow(String feature, String other) {
        return feature.equals(other) || mayKnow.get(feature).contains(other);
    }

    private static boolean isIn(String layer, JavaClass type) {
        return type.getPackageName().equals(layer) || type.getPackageName().startsWith(layer + ".");
    }

    private static String featureOf(JavaClass type, String layer) {
        if (type.getPackageName().equals(layer)) {
            return THE_LAYER_ITSELF;
        }
        return type.getPackageName().substring(layer.length() + 1).split("\\.", 2)[0];
    }
}
