package dev.corridor.domain.access;

/**
 * Who acts: a key, a user, the operator of the service, or somebody of whom nothing is known. Its text says which one, and reveals nothing that
 * would let anybody in.
 */
public sealed interface Principal permits ApiKeyId, UserId, Operator, Anonymous {}
