/**
 * What requests contain and what is answered, as the OpenAPI document has it, from which these types are written. Amounts are in major units. A member
 * that an answer can lack is optional. An enum has {@code UNRECOGNIZED} for the values of later versions.
 */
package dev.corridor.client.model;
