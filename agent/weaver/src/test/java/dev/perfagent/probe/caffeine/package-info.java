/** What the probe is tried on, and what its hooks report. */
package dev.perfagent.probe.caffeine;
