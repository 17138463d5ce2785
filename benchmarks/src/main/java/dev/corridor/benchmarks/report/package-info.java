/** Formats results: medians of rounds, Markdown tables, SVG charts. */
package dev.corridor.benchmarks.report;
