/** Identifiers: a prefix that names the kind of thing, and 32 lower-case hex digits of a UUID ({@code acct_0190…}). */
package dev.corridor.domain.id;
