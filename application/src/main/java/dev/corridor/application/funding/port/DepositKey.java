package dev.corridor.application.funding.port;

/** What deposit addresses are derived from. The private keys that belong to them are elsewhere. */
public interface DepositKey {

    /** Tells the key from others, and does not tell the key. */
    String fingerprint();

    /** The address of that number, from 0. The same each time. */
    String address(long index);
}
