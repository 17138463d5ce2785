/** What an organization can learn about itself. */
package dev.corridor.application.organization;
