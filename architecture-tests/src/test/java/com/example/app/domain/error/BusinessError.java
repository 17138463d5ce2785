package com.example.app.domain.error;

public interface BusinessError {

    String code();
}
