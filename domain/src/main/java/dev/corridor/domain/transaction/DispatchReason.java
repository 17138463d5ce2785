package dev.corridor.domain.transaction;

/** Why a try to send a payout came to nothing. Public words: what a node or a bank said literally is in the log only. */
public enum DispatchReason {
    /** No node and no bank could be reached, or too few agree. */
    UNAVAILABLE,
    /** It was sent, and nothing tells yet whether the rail has it. */
    NO_ANSWER,
    /** The paying wallet cannot cover the amount or the network's fee. */
    WALLET_SHORT,
    /** The network asks for more than the operator allows. */
    FEE_TOO_HIGH,
    /** The chain is not set up for the asset. */
    ASSET_NOT_CONNECTED,
    /** The rail does not take it. */
    REFUSED,
    /** The chain has it, and has carried it out without moving anything. */
    FAILED,
    /** Another transaction of the wallet has its nonce; it gets a new one. */
    DISPLACED,
    /** It cannot be written in the format of the rail. */
    UNWRITABLE,
    /** A fault of the service. */
    FAULT
}
