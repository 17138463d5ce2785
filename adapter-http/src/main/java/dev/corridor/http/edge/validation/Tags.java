package dev.corridor.http.edge.validation;

import dev.corridor.domain.text.Check;
import dev.corridor.domain.text.VisibleText;
import dev.corridor.http.edge.wire.Described;
import java.util.List;
import java.util.Map;

/** The client's own labels: at most 20, each of 1 to 100 characters. Source: the NXOS contract, section 1, "Beneficiaries". */
public final class Tags implements Check<List<String>>, Described {

    private static final int MAX_TAGS = 20;
    private static final int MAX_LENGTH = 100;

    @Override
    public boolean accepts(List<String> tags) {
        return tags.size() <= MAX_TAGS && tags.stream().allMatch(Tags::isTag);
    }

    private static boolean isTag(String tag) {
        return VisibleText.isVisible(tag) && tag.codePointCount(0, tag.length()) <= MAX_LENGTH;
    }

    @Override
    public String reason() {
        return "must be at most 20 texts of 1 to 100 characters each";
    }

    @Override
    public Map<String, Object> keywords() {
        return Map.of("maxItems", MAX_TAGS, "items", Map.of("type", "string", "minLength", 1, "maxLength", MAX_LENGTH));
    }
}
