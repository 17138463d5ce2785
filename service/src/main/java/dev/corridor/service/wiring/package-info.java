/**
 * How the parts are put together. The only place that knows them all: a factory for each feature says who carries out its use cases, and
 * {@link dev.corridor.service.wiring.AdapterFactory} what stands behind the ports.
 */
package dev.corridor.service.wiring;
