/**
 * What a route of the API demands (a permission, a tier, or no key at all), and the caller that the checks at the door have found. The order of
 * those checks is {@link dev.corridor.http.edge.route.RequestCheck}.
 */
package dev.corridor.http.edge.route;
