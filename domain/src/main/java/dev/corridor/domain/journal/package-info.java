/** The journal of requests: what each request of an organization asked for, and what came of it. */
package dev.corridor.domain.journal;
