/**
 * Who is asking: API keys, what they may do, and the {@link dev.corridor.domain.access.Caller} they prove. A key is presented by a secret,
 * as a {@link dev.corridor.domain.access.Credential}, which knows the order of the checks.
 */
package dev.corridor.domain.access;
