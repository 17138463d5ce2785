/** Static pages for people, beside the API. */
package dev.corridor.http.edge.html;
