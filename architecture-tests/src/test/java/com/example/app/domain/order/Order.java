package com.example.app.domain.order;

import java.time.Instant;

public record Order(String article, int quantity, Instant placedAt) {}
