/** ISO 20022 messages: orders that go out, and what a bank says of its account. Written and read as a stream, without a model of the whole standard. */
package dev.corridor.bank.iso;
