package dev.corridor.chain.evm;

/** A node has answered a call with an error of JSON-RPC: it has understood the call, and says no. */
final class NodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NodeException(String method, String message) {
        super(method + ": " + message, null, false, false);
    }
}
