/** The register of organizations and API keys. */
package dev.corridor.persistence.registry;
