package com.example.app.application.order;

import com.example.app.application.order.port.Orders;
import com.example.app.domain.order.Order;
import java.time.InstantSource;

public final class PlaceOrderService implements PlaceOrder {

    private final Orders orders;
    private final InstantSource clock;

    public PlaceOrderService(Orders orders, InstantSource clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public Order place(Command command) {
        var order = new Order(command.article(), command.quantity(), clock.instant());
        orders.add(order);
        return order;
    }
}
