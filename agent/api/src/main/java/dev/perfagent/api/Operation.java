package dev.perfagent.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is measured: the name of an operation, and what else is to be kept with each measurement of it. Immutable.
 *
 * <p>Names are meant to be few, such as {@code fetch_items}; what differs from call to call is the target's or the metadata's
 * part. Hand over no secrets: in memory and in exported files everything is kept as it is given.
 */
public final class Operation {
    private final String name;
    private final @Nullable String target;
    private final @Nullable String label;
    private final Map<String, Object> metadata;

    private Operation(String name, @Nullable String target, @Nullable String label, Map<String, Object> metadata) {
        this.name = name;
        this.target = target;
        this.label = label;
        this.metadata = metadata;
    }

    /**
     * {@return an operation of that name}
     *
     * @param name a blank one becomes {@code unnamed}, and one of more than 100 characters is cut
     */
    public static Operation of(String name) {
        return new Operation(Scalars.name(name), null, null, Map.of());
    }

    /**
     * {@return an operation of that name on a target}
     *
     * @param name see {@link #of(String)}
     * @param target what it is about, such as a file or a repository; empty for nothing
     */
    public static Operation of(String name, String target) {
        return of(name).on(target);
    }

    /**
     * {@return the same operation on that target}
     *
     * @param newTarget of at most 1,000 characters, more are cut; empty for none
     */
    public Operation on(String newTarget) {
        return new Operation(name, Scalars.text(newTarget), label, metadata);
    }

    /**
     * {@return the same operation with a label}
     *
     * @param newLabel such as {@code nightly}; empty for none
     */
    public Operation labelled(String newLabel) {
        return new Operation(name, target, Scalars.text(newLabel), metadata);
    }

    /**
     * {@return the same operation with one value more}
     *
     * @param key its name
     * @param value of at most 1,000 characters; more are cut
     */
    public Operation with(String key, String value) {
        String text = Scalars.text(value);
        return plus(key, text == null ? "" : text);
    }

    /**
     * {@return the same operation with one value more}
     *
     * @param key its name
     * @param value itself
     */
    public Operation with(String key, long value) {
        return plus(key, value);
    }

    /**
     * {@return the same operation with one value more}
     *
     * @param key its name
     * @param value itself
     */
    public Operation with(String key, double value) {
        return plus(key, value);
    }

    /**
     * {@return the same operation with one value more}
     *
     * @param key its name
     * @param value itself
     */
    public Operation with(String key, boolean value) {
        return plus(key, value);
    }

    private Operation plus(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(metadata);
        more.put(Scalars.name(key), value);
        return new Operation(name, target, label, Collections.unmodifiableMap(more));
    }

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return what it is about} */
    public Optional<String> target() {
        return Optional.ofNullable(target);
    }

    /** {@return its label} */
    public Optional<String> label() {
        return Optional.ofNullable(label);
    }

    /** {@return further values: text, whole numbers as Long, others as Double, or Boolean} */
    public Map<String, Object> metadata() {
        return metadata;
    }

    /** Whether there is nothing but a name. */
    boolean isPlain() {
        return target == null && label == null && metadata.isEmpty();
    }

    @Override
    public String toString() {
        return target == null ? name : name + " " + target;
    }
}
