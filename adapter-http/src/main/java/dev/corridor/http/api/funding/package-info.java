/** Endpoints of funding methods. Source: the NXOS contract, section 1, "Funding methods". */
package dev.corridor.http.api.funding;
