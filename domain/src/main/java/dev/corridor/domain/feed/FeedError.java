package dev.corridor.domain.feed;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.ErrorKind;

/**
 * What can be wrong with a connection and what is said on it, in order of precedence. Sources: the TickDB contract, codes 3003 to 4004; going on from a
 * sequence is ours.
 */
public sealed interface FeedError extends BusinessError {

    record ConnectionNotFound(ConnectionId connection) implements FeedError {

        @Override
        public String code() {
            return "connection_not_found";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.NOT_FOUND;
        }

        @Override
        public String message() {
            return "Connection not found.";
        }
    }

    /** @param limit how many the tier allows */
    record ConnectionLimitExceeded(int limit) implements FeedError {

        @Override
        public String code() {
            return "connection_limit_exceeded";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.LIMITED;
        }

        @Override
        public String message() {
            return "Your tier allows " + limit + (limit == 1 ? " connection" : " connections") + " at once. Close one first.";
        }
    }

    record InvalidMessageFormat(String reason) implements FeedError {

        @Override
        public String code() {
            return "invalid_message_format";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.INVALID;
        }

        @Override
        public String message() {
            return reason;
        }
    }

    record UnknownCommand() implements FeedError {

        @Override
        public String code() {
            return "unknown_command";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.INVALID;
        }

        @Override
        public String message() {
            return "There is no such command. Send subscribe, unsubscribe or ping.";
        }
    }

    /** The operator has switched it off. */
    record ChannelUnavailable(Channel channel) implements FeedError {

        @Override
        public String code() {
            return "channel_unavailable";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAVAILABLE;
        }

        @Override
        public String message() {
            return "The channel " + channel + " cannot be subscribed to for now. Ask over HTTP.";
        }
    }

    /** @param limit how many the tier allows, over all connections */
    record SubscriptionLimitExceeded(int limit) implements FeedError {

        @Override
        public String code() {
            return "subscription_limit_exceeded";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.LIMITED;
        }

        @Override
        public String message() {
            return "Your tier allows " + limit + (limit == 1 ? " subscription" : " subscriptions") + " at once. Unsubscribe from something first.";
        }
    }

    /** What came after it is not known any more, or it was never told. */
    record ResumePointLost(long from) implements FeedError {

        @Override
        public String code() {
            return "resume_point_lost";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.CONFLICT;
        }

        @Override
        public String message() {
            return "What came after " + from + " is not kept any more. Subscribe without 'from' and read the present state over HTTP.";
        }
    }
}
