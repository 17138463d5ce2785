/**
 * What a route requires (a permission, a tier, or nothing), and the authenticated caller. {@link dev.corridor.http.edge.route.RequestCheck}
 * is the order of the checks.
 */
package dev.corridor.http.edge.route;
