/** The initial content of a sandbox: a funded organization, and a story in curl. */
package dev.corridor.service.sandbox;
