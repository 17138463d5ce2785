/**
 * The portal: web pages for an organization's people, served beside the API. A driving adapter like the API, over the same use cases, so that a page
 * shows and does nothing that the API would refuse.
 */
package dev.corridor.portal;
