/** Who is asking: the filter that checks the key and what it may do, and how a controller learns of the caller and where the request is from. */
package dev.corridor.http.access;
