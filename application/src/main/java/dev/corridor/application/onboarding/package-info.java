/** Creation of organizations, each with a primary account and a first key. */
package dev.corridor.application.onboarding;
