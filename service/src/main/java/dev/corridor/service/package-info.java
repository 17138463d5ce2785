/** The server, which alone depends on all other modules: reads the settings, wires the parts, runs the commands. */
package dev.corridor.service;
