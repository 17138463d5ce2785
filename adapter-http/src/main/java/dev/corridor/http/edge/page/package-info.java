/** Lists on the wire: a page at a time, continued by an opaque cursor. */
package dev.corridor.http.edge.page;
