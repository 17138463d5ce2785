package dev.corridor.persistence.distribution;

/** @param why it is not spread by organization; empty if it is */
public record Table(String name, Place place, String why) {

    static Table tenant(String name) {
        return new Table(name, Place.TENANT, "");
    }

    static Table global(String name, String why) {
        return new Table(name, Place.GLOBAL, why);
    }

    static Table local(String name, String why) {
        return new Table(name, Place.LOCAL, why);
    }
}
