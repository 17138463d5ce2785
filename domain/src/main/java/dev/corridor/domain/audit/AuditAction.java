package dev.corridor.domain.audit;

/**
 * What was done, such as {@code api_key.locked}: the subject's kind, a dot, and the change. Each feature defines its own actions.
 *
 * @param name lower-case letters and underscores around one dot
 */
public record AuditAction(String name) {

    public AuditAction {
        boolean isWellFormed = name.length() <= 64
                && name.chars().filter(c -> c == '.').count() == 1
                && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == '_' || c == '.');
        if (!isWellFormed) {
            throw new IllegalArgumentException("an action is lower-case letters and underscores around one dot");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
