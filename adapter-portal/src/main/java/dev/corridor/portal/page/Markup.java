package dev.corridor.portal.page;

import gg.jte.html.HtmlTemplateOutput;

/** A template with its parameters, ready to be written. */
@FunctionalInterface
public interface Markup {

    void writeTo(HtmlTemplateOutput output);
}
