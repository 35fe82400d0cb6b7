package org.example;

import java.io.IOException;
import java.util.List;
import okhttp3.OkHttpClient;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.GitHubRateLimitHandler;
import org.kohsuke.github.HttpException;
import org.kohsuke.github.extras.okhttp3.OkHttpGitHubConnector;
import org.kohsuke.github.internal.DefaultGitHubConnector;

/** Reads and changes a project by hub4j's objects, once with each connector, and waits as long as servers ask. */
public final class Hub4jTool {
    private Hub4jTool() {}

    /** Arguments: the sample's server, and one whose limit is used up for a moment, and that refuses one user. */
    public static void main(String[] arguments) throws IOException {
        GitHub byDefault = with(arguments[0]).build();
        use(byDefault);
        use(with(arguments[0])
                .withConnector(new OkHttpGitHubConnector(new OkHttpClient()))
                .build());
        System.setProperty("test.github.connector", "urlconnection");
        use(with(arguments[0]).withConnector(DefaultGitHubConnector.create()).build());
        System.out.println(with(arguments[1]).build().getUser("ada").getName());
        try {
            with(arguments[1]).build().getUser("eve");
        } catch (HttpException refused) {
            System.out.println(refused.getResponseCode());
        }
        System.exit(0);
    }

    private static GitHubBuilder with(String server) {
        return new GitHubBuilder()
                .withEndpoint(server)
                .withOAuthToken("t", "ada")
                .withAbuseLimitHandler(GitHubAbuseLimitHandler.WAIT)
                .withRateLimitHandler(GitHubRateLimitHandler.WAIT);
    }

    private static void use(GitHub gitHub) throws IOException {
        System.out.println(gitHub.getMyself().getLogin());
        GHRepository repository = gitHub.getRepository("acme-rockets/avionics");
        List<GHIssue> issues = repository
                .queryIssues()
                .state(GHIssueState.OPEN)
                .pageSize(20)
                .list()
                .toList();
        GHIssue first = repository.getIssue(issues.get(0).getNumber());
        first.comment("seen");
        first.addLabels("triaged");
        System.out.println(repository.getLabel("triaged").getName() + " " + issues.size());
    }
}
