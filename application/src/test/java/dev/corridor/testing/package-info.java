/** Test support for Corridor and for apps that embed it: contract tests for every port, and fixtures. */
package dev.corridor.testing;
