/** What a sandbox begins with: an organization that has money, and a story to try it with. */
package dev.corridor.service.sandbox;
