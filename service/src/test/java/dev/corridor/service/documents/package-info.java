/** Keeps the documents true: what they show is compared with what it is about, or run. */
package dev.corridor.service.documents;
