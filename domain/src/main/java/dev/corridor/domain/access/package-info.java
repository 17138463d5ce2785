/** Who is asking: API keys, and the {@link dev.corridor.domain.access.Caller} they prove. */
package dev.corridor.domain.access;
