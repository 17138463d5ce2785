/**
 * The packaged service from outside, as its operators and clients meet it: commands in processes of their own, HTTP, signals. These tests run
 * when everything is packaged, in Maven's phase {@code integration-test}.
 */
package dev.corridor.service.blackbox;
