package dev.corridor.http.edge.problem;

/**
 * How to provoke an error in the sandbox.
 *
 * @param text a sentence in Markdown
 * @param onDemand whether the request must name the code in the header {@link #TRIGGER}
 */
public record SandboxWay(String text, boolean onDemand) {

    public static final String TRIGGER = "Corridor-Sandbox-Trigger";

    static SandboxWay byRequest(String text) {
        return new SandboxWay(text, false);
    }

    static SandboxWay onDemand(String text) {
        return new SandboxWay(text, true);
    }
}
