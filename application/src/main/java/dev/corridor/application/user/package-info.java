/** People who log in: how they register, prove who they are, and stay logged in for a while. */
package dev.corridor.application.user;
