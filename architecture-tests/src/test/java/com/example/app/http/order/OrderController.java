package com.example.app.http.order;

import com.example.app.application.order.PlaceOrder;

public final class OrderController {

    private final PlaceOrder placeOrder;

    public OrderController(PlaceOrder placeOrder) {
        this.placeOrder = placeOrder;
    }

    public String post(String article) {
        return placeOrder.place(new PlaceOrder.Command(article, 1)).placedAt().toString();
    }
}
