package dev.perfagent.config;

/** What is wrong, and where. */
record Fault(Place place, String message) {}
