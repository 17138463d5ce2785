/** The server: the only module that knows all the others. It reads the settings, wires the parts together, and runs the commands. */
package dev.corridor.service;
