/**
 * The operator API, on the management port alone: what operators see and do, for programs and scripts, through the use cases of the command line and of the
 * portal's pages. Its {@link dev.corridor.http.api.operator.OnDuty} is proved by a token of a login, or by one that the command line has made for a program.
 */
package dev.corridor.http.api.operator;
