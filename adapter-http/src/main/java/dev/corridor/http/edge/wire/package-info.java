/** Wire formats that all resources share: timestamps, parameters, CSV, absent values. */
package dev.corridor.http.edge.wire;
