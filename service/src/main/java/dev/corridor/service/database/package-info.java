/** Which database the service works on: the one that the operator names, or else the embedded one. */
package dev.corridor.service.database;
