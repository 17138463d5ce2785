package dev.corridor.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * The package layout of an application. Below the root are {@code domain}, {@code application}, the adapters, and {@code service}, which
 * wires them. Ports are in packages named {@code port}, anywhere in {@code application}.
 *
 * @param root the application's root package, such as {@code com.example.app}
 * @param drivingAdapters packages below the root that call use cases
 * @param drivenAdapters packages below the root that implement ports
 * @param sharedFeatures features of {@code application} that driven adapters may use besides ports, because they fill them with loaded
 *     state: an open ledger, a unit of work
 */
public record House(String root, List<String> drivingAdapters, List<String> drivenAdapters, List<String> sharedFeatures) {

    static final String DOMAIN = "domain";
    static final String APPLICATION = "application";
    static final String SERVICE = "service";

    public House {
        drivingAdapters = List.copyOf(drivingAdapters);
        drivenAdapters = List.copyOf(drivenAdapters);
        sharedFeatures = List.copyOf(sharedFeatures);
    }

    /** A layout with the adapters {@code http} and {@code persistence}, and no shared features. */
    public static House at(String root) {
        return new House(root, List.of("http"), List.of("persistence"), List.of());
    }

    public House withDrivingAdapters(String... adapters) {
        return new House(root, List.of(adapters), drivenAdapters, sharedFeatures);
    }

    public House withDrivenAdapters(String... adapters) {
        return new House(root, drivingAdapters, List.of(adapters), sharedFeatures);
    }

    public House withSharedFeatures(String... features) {
        return new House(root, drivingAdapters, drivenAdapters, List.of(features));
    }

    List<String> adapters() {
        return Stream.concat(drivingAdapters.stream(), drivenAdapters.stream()).toList();
    }

    String everything() {
        return root + "..";
    }

    /** The layer's own package, without subpackages. */
    String layer(String name) {
        return root + "." + name;
    }

    String allOf(String layer) {
        return layer(layer) + "..";
    }

    String[] allOf(List<String> layers) {
        return layers.stream().map(this::allOf).toArray(String[]::new);
    }

    String ports() {
        return allOf(APPLICATION) + "port..";
    }

    /** Visible to driven adapters only. */
    String[] portsAndSharedFeatures() {
        var shared = sharedFeatures.stream().map(feature -> layer(APPLICATION) + "." + feature + "..");
        return Stream.concat(Stream.of(ports()), shared).toArray(String[]::new);
    }
}
