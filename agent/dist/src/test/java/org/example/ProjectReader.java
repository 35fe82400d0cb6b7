package org.example;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and changes a project by interfaces that Feign and Retrofit carry out. Argument: the sample's server. */
public final class ProjectReader {
    private static final int ISSUE = 16;
    private static final int NO_ISSUE = 99_999;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private ProjectReader() {}

    /** The same requests by one library. */
    interface Project {
        Answer user() throws IOException;

        Answer issues() throws IOException;

        /** A page at an address that the server gave. */
        Answer page(String address) throws IOException;

        Answer issue(int number, @Nullable String etag) throws IOException;

        Answer comment(int number, String json) throws IOException;
    }

    /** What the server said. */
    record Answer(
            int status, @Nullable String etag, @Nullable String link) {
        @Nullable
        String next() {
            Matcher next = NEXT.matcher(link == null ? "" : link);
            return next.find() ? next.group(1) : null;
        }
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, Project> projects = Map.of(
                "Feign with HttpURLConnection", FeignProject.byConnection(arguments[0]),
                "Feign with OkHttp", FeignProject.byOkHttp(arguments[0]),
                "Retrofit", new RetrofitProject(arguments[0]));
        for (Map.Entry<String, Project> each : projects.entrySet()) {
            read(each.getKey(), each.getValue());
        }
        System.exit(0); // OkHttp's threads would keep the process for a minute
    }

    private static void read(String name, Project project) throws IOException {
        StringBuilder statuses = new StringBuilder(name);
        statuses.append(' ').append(project.user().status());
        Answer page = project.issues();
        if (page.status() == TOO_MANY_REQUESTS) {
            page = project.issues();
        }
        for (String next = page.next(); next != null; next = page.next()) {
            page = project.page(next);
        }
        statuses.append(' ').append(page.status());
        Answer issue = project.issue(ISSUE, null);
        statuses.append(' ').append(issue.status());
        statuses.append(' ').append(project.issue(ISSUE, issue.etag()).status());
        statuses.append(' ').append(project.issue(NO_ISSUE, null).status());
        statuses.append(' ')
                .append(project.comment(ISSUE, "{\"body\": \"read\"}").status());
        System.out.println(statuses);
    }
}
