package dev.corridor.domain.access;

/** The authenticated actor: a key, a user, either of them for another organization, the operator, or an anonymous caller. Its text identifies it and contains no secret. */
public sealed interface Principal permits ApiKeyId, UserId, Broker, Operator, Anonymous {}
