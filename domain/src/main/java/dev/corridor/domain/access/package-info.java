/**
 * Authentication and authorization: API keys, permissions, and the {@link dev.corridor.domain.access.Caller} that a key proves. {@link
 * dev.corridor.domain.access.Credential} checks a presented secret and defines the order of the checks.
 */
package dev.corridor.domain.access;
