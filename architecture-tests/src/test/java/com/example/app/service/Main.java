package com.example.app.service;

import com.example.app.application.order.PlaceOrderService;
import com.example.app.http.order.OrderController;
import com.example.app.persistence.order.InMemoryOrders;
import java.time.Clock;

public final class Main {

    private Main() {}

    public static void main(String[] articles) {
        var controller = new OrderController(new PlaceOrderService(new InMemoryOrders(), Clock.systemUTC()));
        for (var article : articles) {
            System.out.println(controller.post(article));
        }
    }
}
