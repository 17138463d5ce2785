/** Keys on the wire, as their owners manage them. Apart from {@code http.access}, which every resource needs, keys included. */
package dev.corridor.http.api.apikey;
