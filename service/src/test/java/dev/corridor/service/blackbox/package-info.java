/**
 * Black-box tests of the packaged service: commands in their own processes, HTTP, signals. They run after packaging, in Maven's phase
 * {@code integration-test}.
 */
package dev.corridor.service.blackbox;
