/** Whom the organization pays: listed, added and archived by hand. */
package dev.corridor.portal.beneficiary;
