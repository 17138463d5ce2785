package com.example.app.application.order;

import com.example.app.domain.order.Order;

public interface PlaceOrder {

    Order place(Command command);

    record Command(String article, int quantity) {}
}
