/** Endpoints of beneficiaries. Source: the NXOS contract, section 1, "Beneficiaries". */
package dev.corridor.http.api.beneficiary;
