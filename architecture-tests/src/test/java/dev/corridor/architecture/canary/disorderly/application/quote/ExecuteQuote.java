package dev.corridor.architecture.canary.disorderly.application.quote;

public interface ExecuteQuote {

    void execute();
}
