package dev.corridor.http.problem;

import dev.corridor.domain.error.BusinessError;

/** Any failure as the edge sees it. A dialect turns it into the answer that the client understands. */
public sealed interface Problem {

    /** Clients branch on it. */
    String code();

    /** For the developer of a client. Never the message of an exception: those speak of our insides. */
    String message();

    /** An expected "no": of the business, or of the edge, which refuses a bad request in the business's words. */
    record Refusal(BusinessError error) implements Problem {

        @Override
        public String code() {
            return error.code();
        }

        @Override
        public String message() {
            return error.message();
        }
    }

    /** A fault of ours. All that leaves is that it happened; the log has the rest under the request's id. */
    record InternalError() implements Problem {

        @Override
        public String code() {
            return "internal_error";
        }

        @Override
        public String message() {
            return "Something went wrong on our side. Retry the request, and quote its id if it fails again.";
        }
    }
}
