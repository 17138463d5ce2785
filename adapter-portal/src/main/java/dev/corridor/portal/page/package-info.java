/** What all pages share: the frame with its navigation, the style sheet, how amounts and times are written, and how a refusal is shown. */
package dev.corridor.portal.page;
