package dev.corridor.domain.organization;

/** Test money or real money. Each environment has its own deployment, keys and chains. */
public enum Environment {
    SANDBOX,
    LIVE
}
