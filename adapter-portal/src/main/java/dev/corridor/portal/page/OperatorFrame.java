package dev.corridor.portal.page;

/**
 * What stands around the content of an operators' page.
 *
 * @param title of the window
 * @param section the part of the navigation that the page belongs to
 * @param operator the name of who is logged in
 * @param formToken goes with each form
 * @param isSandbox whether no real money is behind it
 */
public record OperatorFrame(String title, OperatorSection section, String operator, String formToken, boolean isSandbox) {}
