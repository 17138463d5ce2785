/** The file that connects Corridor to blockchains: its keys, and what they say. */
package dev.corridor.service.rails;
