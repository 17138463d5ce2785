package dev.corridor.domain.organization;

/** Play money or real money. The two never meet: each has its own deployment, keys and chains. */
public enum Environment {
    SANDBOX,
    LIVE
}
