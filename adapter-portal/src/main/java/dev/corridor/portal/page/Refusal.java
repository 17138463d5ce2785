package dev.corridor.portal.page;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Consequence;
import dev.corridor.domain.error.Declaration;

/**
 * A failure as people read it: its code, what happened, whether money moved, and what to do.
 *
 * @param advice in plain text
 */
public record Refusal(String code, String title, String message, Consequence consequence, String advice) {

    public Refusal {
        // The catalogue marks names of the API as code, which are plain words here.
        advice = advice.replace("`", "");
        title = title.replace("`", "");
    }

    public static Refusal of(BusinessError error) {
        var declared = Declaration.of(error.getClass());
        return new Refusal(error.code(), declared.title(), error.message(), error.consequence(), declared.advice());
    }

    public String moneyMoved() {
        return switch (consequence.outcome()) {
            case NOT_APPLIED -> "No money moved. Nothing was changed, and nothing will be by this request.";
            case APPLIED -> "It has happened already: an earlier request did it. Nothing more was done now.";
            case UNKNOWN -> "It is not known yet whether it took effect. Look it up before you try again.";
        };
    }

    /** The page of the catalogue. */
    public String page() {
        return "/errors/" + code;
    }
}
