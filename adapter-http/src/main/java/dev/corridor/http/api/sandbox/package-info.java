/** For test keys only: money from nowhere, the bank's and the chain's part, and organizations to play the other side. */
package dev.corridor.http.api.sandbox;
