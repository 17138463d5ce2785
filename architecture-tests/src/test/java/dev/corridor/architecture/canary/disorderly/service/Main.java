package dev.corridor.architecture.canary.disorderly.service;

public final class Main {

    public static void main(String[] arguments) {}
}
