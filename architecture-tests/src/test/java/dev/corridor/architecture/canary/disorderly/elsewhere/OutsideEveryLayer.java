package dev.corridor.architecture.canary.disorderly.elsewhere;

final class OutsideEveryLayer {}
