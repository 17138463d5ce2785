/** What an organization can learn about itself, and what its operator makes of it. */
package dev.corridor.application.organization;
