/** The service's database: external, or else the embedded one. */
package dev.corridor.service.database;
