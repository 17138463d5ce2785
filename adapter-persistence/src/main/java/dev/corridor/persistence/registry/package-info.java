/** The register of organizations and their keys. */
package dev.corridor.persistence.registry;
