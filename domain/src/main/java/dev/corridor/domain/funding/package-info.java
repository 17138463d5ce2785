/**
 * Money that arrives: a {@link dev.corridor.domain.funding.FundingMethod} says where an account is paid, and a {@link
 * dev.corridor.domain.funding.Receipt} what has become of something that arrived at a rail.
 */
package dev.corridor.domain.funding;
