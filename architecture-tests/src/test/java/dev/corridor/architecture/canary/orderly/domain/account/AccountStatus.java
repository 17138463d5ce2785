package dev.corridor.architecture.canary.orderly.domain.account;

/** Constants with bodies are anonymous classes, which cannot be final. */
public enum AccountStatus {
    ACTIVE {
        @Override
        public boolean mayPay() {
            return true;
        }
    },
    CLOSED {
        @Override
        public boolean mayPay() {
            return false;
        }
    };

    public abstract boolean mayPay();
}
