/** What onboarding needs from outside. */
package dev.corridor.application.onboarding.port;
