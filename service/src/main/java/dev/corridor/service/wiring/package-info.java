/** How the parts are put together. The only place that knows them all. */
package dev.corridor.service.wiring;
