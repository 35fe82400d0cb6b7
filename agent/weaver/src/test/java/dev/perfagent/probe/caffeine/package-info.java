/** What the probe is tried on, and what its hooks tell. */
package dev.perfagent.probe.caffeine;
