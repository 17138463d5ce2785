/** How figures become something to read: numbers of several rounds, a table in Markdown, a chart in SVG. */
package dev.corridor.benchmarks.report;
