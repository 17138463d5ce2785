/** Where beneficiaries are kept. */
package dev.corridor.application.beneficiary.port;
