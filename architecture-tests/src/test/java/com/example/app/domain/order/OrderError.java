package com.example.app.domain.order;

import com.example.app.domain.error.BusinessError;

public sealed interface OrderError extends BusinessError {

    record OutOfStock(String article) implements OrderError {

        @Override
        public String code() {
            return "out_of_stock";
        }
    }
}
