package dev.corridor.http.edge.dialect;

/**
 * Where one error contract has a place for a canonical code.
 *
 * @param code as that contract writes it; empty where it has none
 */
public record Place(int status, String code) {}
