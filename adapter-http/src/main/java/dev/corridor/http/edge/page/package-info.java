/** Pages of lists, continued by opaque cursors. */
package dev.corridor.http.edge.page;
