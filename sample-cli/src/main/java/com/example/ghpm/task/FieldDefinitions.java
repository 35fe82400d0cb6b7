package com.example.ghpm.task;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;

/** The field definitions of all repositories, each worked out once and kept while there is room. Used by one thread. */
public final class FieldDefinitions {
    private final Map<String, Map<String, String>> descriptions;
    private final Cache<Key, FieldDefinition> cache;
    private long lookups;
    private long misses;

    private record Key(String repository, String label) {}

    /**
     * Prepares the look-up.
     *
     * @param descriptions by repository: the descriptions of its labels, by label
     * @param capacity how many definitions to keep
     */
    public FieldDefinitions(Map<String, Map<String, String>> descriptions, int capacity) {
        this.descriptions = Map.copyOf(descriptions);
        // On the calling thread, so that what is evicted does not depend on when another thread gets to run.
        this.cache = Caffeine.newBuilder()
                .maximumSize(capacity)
                .executor(Runnable::run)
                .build();
    }

    public FieldDefinition definition(String repository, String label) {
        lookups++;
        return cache.get(new Key(repository, label), this::load);
    }

    public long hits() {
        return lookups - misses;
    }

    public long misses() {
        return misses;
    }

    private FieldDefinition load(Key key) {
        misses++;
        String description = descriptions.getOrDefault(key.repository, Map.of()).getOrDefault(key.label, "");
        return FieldDefinition.parse(key.label, description);
    }
}
