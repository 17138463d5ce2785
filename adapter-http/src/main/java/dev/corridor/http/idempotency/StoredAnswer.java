package dev.corridor.http.idempotency;

/** An answer as it is remembered: its status in the first line, and after it the body. */
record StoredAnswer(int status, String body) {

    static StoredAnswer parse(String text) {
        int end = text.indexOf('\n');
        return new StoredAnswer(Integer.parseInt(text.substring(0, end)), text.substring(end + 1));
    }

    String toText() {
        return status + "\n" + body;
    }
}
