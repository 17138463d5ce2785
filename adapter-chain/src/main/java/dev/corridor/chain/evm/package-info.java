/**
 * Chains of the Ethereum kind: payouts are ERC-20 transfers, in transactions with EIP-1559 fees, sent over JSON-RPC. What is signed can be sent any
 * number of times: the chain takes one transaction per wallet and nonce.
 */
package dev.corridor.chain.evm;
