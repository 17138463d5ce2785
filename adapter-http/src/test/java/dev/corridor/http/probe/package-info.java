/** The edge seen from outside, byte by byte, through a controller that stands for those to come. */
package dev.corridor.http.probe;
