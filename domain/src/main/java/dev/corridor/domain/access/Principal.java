package dev.corridor.domain.access;

/** Who acts: a key, or the operator of the service. Its text says which one, and reveals nothing that would let anybody in. */
public sealed interface Principal permits ApiKeyId, Operator {}
