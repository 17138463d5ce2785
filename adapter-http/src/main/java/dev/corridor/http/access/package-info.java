/** Who is asking: the filter that checks the key, and how a controller learns of the caller. */
package dev.corridor.http.access;
