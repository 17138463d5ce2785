/** The API's operations, a class per tag of the OpenAPI document, from which they are written. Each method makes a request and sends nothing. */
package dev.corridor.client.api;
