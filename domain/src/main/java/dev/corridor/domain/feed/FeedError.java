package dev.corridor.domain.feed;

import static dev.corridor.domain.error.ErrorKind.CONFLICT;
import static dev.corridor.domain.error.ErrorKind.INVALID;
import static dev.corridor.domain.error.ErrorKind.LIMITED;
import static dev.corridor.domain.error.ErrorKind.NOT_FOUND;
import static dev.corridor.domain.error.ErrorKind.UNAVAILABLE;
import static dev.corridor.domain.error.Retry.NEVER;
import static dev.corridor.domain.error.Retry.SAME_REQUEST;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Failure;

/**
 * What can be wrong with a connection and what is said on it, in order of precedence. Sources: the TickDB contract, codes 3003 to 4004; going on from a
 * sequence is ours.
 */
public sealed interface FeedError extends BusinessError {

    @Failure(
            kind = NOT_FOUND,
            retry = NEVER,
            title = "No such connection",
            meaning = "Your organization has no such connection open.",
            advice = "List the connections.",
            message = "Connection not found.")
    record ConnectionNotFound(ConnectionId connection) implements FeedError {}

    /** @param limit how many the tier allows */
    @Failure(
            kind = LIMITED,
            retry = SAME_REQUEST,
            title = "Too many connections",
            meaning = "The key or the user has as many WebSockets open as its tier allows.",
            advice = "Close one: `GET /v1/connections` lists them, `DELETE /v1/connections/{id}` closes one.")
    record ConnectionLimitExceeded(int limit) implements FeedError {

        @Override
        public String message() {
            return "Your tier allows " + limit + (limit == 1 ? " connection" : " connections") + " at once. Close one first.";
        }
    }

    @Failure(
            kind = INVALID,
            title = "The message cannot be read",
            meaning = "A message on a WebSocket is not the JSON that its command wants.",
            advice = "Mend the message.")
    record InvalidMessageFormat(String reason) implements FeedError {

        @Override
        public String message() {
            return reason;
        }
    }

    @Failure(
            kind = INVALID,
            title = "There is no such command",
            meaning = "A message on a WebSocket has a command that is not known there.",
            advice = "Send `subscribe`, `unsubscribe` or `ping`.",
            message = "There is no such command. Send subscribe, unsubscribe or ping.")
    record UnknownCommand() implements FeedError {}

    @Failure(
            kind = UNAVAILABLE,
            retry = SAME_REQUEST,
            title = "The channel is switched off",
            meaning = "The operator has switched the channel off on WebSockets.",
            advice = "Ask for the same over HTTP.")
    record ChannelUnavailable(Channel channel) implements FeedError {

        @Override
        public String message() {
            return "The channel " + channel + " cannot be subscribed to for now. Ask over HTTP.";
        }
    }

    /** @param limit how many the tier allows, over all connections */
    @Failure(
            kind = LIMITED,
            retry = SAME_REQUEST,
            title = "Too many subscriptions",
            meaning = "The key or the user has as many subscriptions as its tier allows, over all connections.",
            advice = "Unsubscribe from something first.")
    record SubscriptionLimitExceeded(int limit) implements FeedError {

        @Override
        public String message() {
            return "Your tier allows " + limit + (limit == 1 ? " subscription" : " subscriptions") + " at once. Unsubscribe from something first.";
        }
    }

    @Failure(
            kind = CONFLICT,
            title = "The channel cannot be resumed from there",
            meaning = "The channel has not reached this `seq`, or the events after it are not kept any more.",
            advice = "Subscribe without `from`, and read the present state over HTTP.")
    record ResumePointLost(Channel channel) implements FeedError {

        @Override
        public String message() {
            return "The channel " + channel + " cannot be resumed from there. Subscribe without 'from' and read the present state over HTTP.";
        }
    }
}
