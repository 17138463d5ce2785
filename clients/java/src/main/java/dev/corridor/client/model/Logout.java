package dev.corridor.client.model;

public record Logout(boolean loggedOut) {}
