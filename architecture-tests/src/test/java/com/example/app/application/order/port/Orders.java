package com.example.app.application.order.port;

import com.example.app.domain.order.Order;

public interface Orders {

    void add(Order order);
}
