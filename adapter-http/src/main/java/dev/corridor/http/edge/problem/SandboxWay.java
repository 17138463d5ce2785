package dev.corridor.http.edge.problem;

/**
 * How to meet one code in the sandbox.
 *
 * @param text a sentence in Markdown
 * @param onDemand whether a request that the text describes meets it only if it names the code in the header {@link #TRIGGER}
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
