/** Authentication and permissions: the filters that check keys and tokens, and the binding of caller and origin to controllers. */
package dev.corridor.http.access;
