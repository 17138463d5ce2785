package dev.corridor.http.edge.connection;

import java.util.List;

/** Whether a client reads gzip. Source: RFC 9110, section 12.5.3. */
final class AcceptEncoding {

    private AcceptEncoding() {}

    /** What is said of gzip itself counts more than what is said of all others. */
    static boolean includesGzip(List<String> headers) {
        boolean includesOthers = false;
        for (var header : headers) {
            for (int begin = 0; begin <= header.length();) {
                int end = endOf(header, ',', begin, header.length());
                int weight = endOf(header, ';', begin, end);
                var coding = header.substring(begin, weight).strip();
                if (coding.equalsIgnoreCase("gzip") || coding.equalsIgnoreCase("x-gzip")) {
                    return isWanted(header.substring(weight, end));
                }
                includesOthers |= coding.equals("*") && isWanted(header.substring(weight, end));
                begin = end + 1;
            }
        }
        return includesOthers;
    }

    /** A coding without a weight is; one with a weight of zero is not. */
    private static boolean isWanted(String weight) {
        return weight.isEmpty() || weight.chars().anyMatch(c -> c >= '1' && c <= '9');
    }

    /** Where the next one begins, or the end. */
    private static int endOf(String header, char separator, int begin, int end) {
        int next = header.indexOf(separator, begin, end);
        return next < 0 ? end : next;
    }
}
