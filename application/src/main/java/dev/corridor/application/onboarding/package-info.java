/** How an organization comes to be: with a primary account and a first key. */
package dev.corridor.application.onboarding;
