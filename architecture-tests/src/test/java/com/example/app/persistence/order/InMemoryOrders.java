package com.example.app.persistence.order;

import com.example.app.application.order.port.Orders;
import com.example.app.domain.order.Order;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

public final class InMemoryOrders implements Orders {

    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();

    @Override
    public void add(Order order) {
        orders.add(order);
    }
}
