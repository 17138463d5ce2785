package dev.corridor.architecture.canary.disorderly.application.quote;

public final class ExecuteQuoteService implements ExecuteQuote {

    @Override
    public void execute() {}
}
