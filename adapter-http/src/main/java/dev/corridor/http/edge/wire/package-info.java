/** The small forms that every resource shares on the wire: timestamps, and parameters in paths and queries. */
package dev.corridor.http.edge.wire;
