/** Port that reads beneficiaries. */
package dev.corridor.application.beneficiary.port;
