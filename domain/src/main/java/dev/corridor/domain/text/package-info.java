/** What texts and other values must be like, whatever they stand for. */
package dev.corridor.domain.text;
