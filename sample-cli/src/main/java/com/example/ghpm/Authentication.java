package com.example.ghpm;

import java.io.IOException;
import org.kohsuke.github.GHMyself;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.GitHubRateLimitHandler;

/** Second phase: who are we, as far as the server is concerned? */
final class Authentication {
    /**
     * A connection whose token the server has accepted.
     *
     * @param myself whose token it is
     */
    record Connection(GitHub gitHub, GHMyself myself) {}

    private Authentication() {}

    /**
     * Connects and has the server check the token.
     *
     * @throws IOException when the server cannot be reached or does not know the token
     */
    static Connection authenticate(Settings settings) throws IOException {
        GitHub gitHub = new GitHubBuilder()
                .withEndpoint(settings.endpoint())
                .withOAuthToken(settings.token())
                // Asked to slow down, we wait for as many seconds as the server asks for; an hour is too long for that.
                .withAbuseLimitHandler(GitHubAbuseLimitHandler.WAIT)
                .withRateLimitHandler(GitHubRateLimitHandler.FAIL)
                .build();
        return new Connection(gitHub, gitHub.getMyself());
    }
}
