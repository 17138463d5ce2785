/** Black-box tests of the edge, through a controller made for them. */
package dev.corridor.http.probe;
