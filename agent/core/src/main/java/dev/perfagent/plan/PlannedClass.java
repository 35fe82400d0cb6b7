package dev.perfagent.plan;

/**
 * What a plan says of one class. For the tool; no measured JVM loads it.
 *
 * @param name with dots
 * @param loader kind of its loader
 * @param bytes size of the class file as the JVM read it
 * @param wovenBytes its size with hooks; 0 when there was nothing to do
 */
public record PlannedClass(String name, LoaderKind loader, int bytes, int wovenBytes) {
    static PlannedClass of(ClassEntry entry) {
        byte[] woven = entry.woven();
        return new PlannedClass(
                entry.name().replace('/', '.'), entry.loader(), entry.length(), woven == null ? 0 : woven.length);
    }

    /** Whether it gets hooks. */
    public boolean isWoven() {
        return wovenBytes > 0;
    }
}
