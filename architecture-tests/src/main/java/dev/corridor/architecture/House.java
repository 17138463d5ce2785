package dev.corridor.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where an application keeps what. Below the root package lie {@code domain}, {@code application}, the adapters, and {@code service},
 * which puts them together. The ports lie in packages called {@code port}, anywhere in {@code application}.
 *
 * @param root the package of the whole application, such as {@code com.example.app}
 * @param drivingAdapters the packages below the root through which the world calls in: they call use cases
 * @param drivenAdapters the packages below the root through which the application calls out: they implement ports
 * @param sharedFeatures the features of {@code application} that driven adapters know besides its ports, because they fill them with
 *     what they have loaded: an open ledger, a unit of work
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

    /** A house with the adapters {@code http} and {@code persistence}, whose driven adapters know ports only. */
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

    /** The package of a layer, without the packages in it. */
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

    /** What the application shows to driven adapters and hides from driving ones. */
    String[] portsAndSharedFeatures() {
        var shared = sharedFeatures.stream().map(feature -> layer(APPLICATION) + "." + feature + "..");
        return Stream.concat(Stream.of(ports()), shared).toArray(String[]::new);
    }
}
