/** What operators see and do: of all organizations, through the use cases of the command line. */
package dev.corridor.portal.operator;
