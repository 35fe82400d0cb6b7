package com.example.ghpm;

/**
 * Everything a run has to know before it talks to anybody.
 *
 * @param endpoint the API's base URL
 * @param token proves who we are
 * @param project an organisation, or OWNER/REPOSITORY
 * @param sizing how much room the program gives itself
 * @param verbose whether to print on stderr what the run was made of
 */
record Settings(String endpoint, String token, String project, Scenario.Sizing sizing, boolean verbose) {
    /** Without the token, which must not end up in a message by accident. */
    @Override
    public String toString() {
        return "Settings[endpoint=" + endpoint + ", project=" + project + "]";
    }
}
