package dev.perfagent.plan;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies on a class path.
 *
 * @param classes internal names of all classes
 * @param manifestJars files that only the manifests of others name, as {@link PlanKey#stamp} has them
 * @param folders those of its folders
 */
public record ClassPath(List<String> classes, List<String> manifestJars, ClassFolders folders) {
    public ClassPath {
        classes = List.copyOf(classes);
        manifestJars = List.copyOf(manifestJars);
    }

    /** Lists a class path; lives behind the isolated loader, used on cold runs only. */
    public interface Reader {
        /**
         * What lies on it.
         *
         * @param classPath as the system property {@code java.class.path} has it
         * @param withModules whether those of the JDK are listed too that the system loader brings
         * @return null where that cannot be said
         * @throws IOException when the JDK's own modules cannot be read
         */
        @Nullable
        ClassPath read(String classPath, boolean withModules) throws IOException;
    }
}
