/** What an organization can learn of the changes that were made to it. */
package dev.corridor.application.audit;
