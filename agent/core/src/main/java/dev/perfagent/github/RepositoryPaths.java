package dev.perfagent.github;

/** The grammar behind <code>/repos/{owner}/{repo}</code>, from GitHub's OpenAPI description; see {@link PathGrammar}. */
final class RepositoryPaths {
    static final String REACTIONS = "reactions({reaction_id})";
    static final String SECRETS = "secrets(public-key {secret_name})";
    static final String VARIABLES = "variables({name})";
    static final String HOOKS = "hooks({hook_id}(config deliveries({delivery_id}(attempts)) pings tests))";
    static final String RULESETS = "rulesets(rule-suites({rule_suite_id}) {ruleset_id}(history({version_id})))";
    static final String SECRET_SCANNING = """
            secret-scanning(alerts({alert_number}(locations)) custom-patterns({pattern_id}) pattern-configurations
            push-protection-bypasses scan-history)""";
    static final String RUNNERS = """
            runners(deprecations({version}) downloads generate-jitconfig registration-token remove-token
            {runner_id}(labels({name+})))""";
    static final String BYPASSES = """
            bypass-requests(push-rules({bypass_request_number}) secret-scanning({bypass_request_number}))
            bypass-responses(secret-scanning({bypass_response_id}))
            dismissal-requests(code-scanning({alert_number}) dependabot({alert_number}) secret-scanning({alert_number}))
            """;

    private static final String ACTIONS = """
            actions(
            runs({run_id}(jobs logs artifacts timing cancel rerun rerun-failed-jobs approvals approve
              attempts({attempt_number}(jobs logs)) concurrency_groups deployment_protection_rule force-cancel
              pending_deployments))
            jobs({job_id}(logs rerun))
            workflows({workflow_id}(runs dispatches disable enable timing))
            artifacts({artifact_id}({archive_format}))
            cache(retention-limit storage-limit usage usage-policy) caches({cache_id})
            concurrency_groups({concurrency_group_name+})
            oidc(customization(sub)) organization-secrets organization-variables
            permissions(access artifact-and-log-retention fork-pr-contributor-approval fork-pr-workflows-private-repos
              selected-actions workflow)
            """ + RUNNERS + " " + SECRETS + " " + VARIABLES + ")";

    private static final String ISSUES = """
            issues(
            comments({comment_id}(pin\s""" + REACTIONS + """
            ))
            events({event_id})
            {issue_number}(comments events timeline labels({name+}) assignees({assignee}) lock parent
              dependencies(blocked_by({issue_id}) blocking) issue-field-values({issue_field_id})
              sub_issue sub_issues(priority) suggestions({suggestion_id}(approve dismiss))
            """ + REACTIONS + "))";

    private static final String PULLS = """
            pulls(
            comments({comment_id}(""" + REACTIONS + """
            ))
            {pull_number}(files commits comments({comment_id}(replies)) reviews({review_id}(comments dismissals events))
              requested_reviewers merge merge-async({uuid}) update-branch codespaces))""";

    private static final String BRANCHES = """
            branches({branch+}(protection(enforce_admins required_pull_request_reviews required_signatures
              required_status_checks(contexts) restrictions(apps teams users)) rename))""";

    private static final String COMMITS = """
            commits({ref+}(status statuses check-runs check-suites pulls comments branches-where-head))""";

    private static final String GIT = """
            git(ref({ref+}) refs({ref+}) matching-refs({ref*}) trees({tree_sha+}) blobs({file_sha}) commits({commit_sha})
            tags({tag_sha}))""";

    private static final String CHECKS = """
            check-runs({check_run_id}(annotations rerequest))
            check-suites(preferences {check_suite_id}(check-runs rerequest))""";

    private static final String CODE_SCANNING = """
            code-scanning(alerts({alert_number}(instances autofix(commits))) analyses({analysis_id})
            codeql(databases({language}) variant-analyses({codeql_variant_analysis_id}(repos({repo_owner}({repo_name})))))
            default-setup sarifs({sarif_id}))""";

    private static final String ENVIRONMENTS = """
            environments({environment_name+}(
            deployment-branch-policies({branch_policy_id}) deployment_protection_rules(apps {protection_rule_id})
            """ + SECRETS + " " + VARIABLES + "))";

    private static final String RELEASES = """
            releases(latest tags({tag+}) assets({asset_id}) generate-notes {release_id}(assets\s""" + REACTIONS + "))";

    /** What is asked for most stands first: a place in the text costs time. */
    private static final String OTHERS =
            """
            collaborators({username}(permission)) contributors languages topics teams tags(protection({tag_protection_id}))
            stargazers subscribers subscription forks events license labels({name+}) milestones({milestone_number}(labels))
            readme({dir+}) zipball({ref*}) tarball({ref*}) merges merge-upstream notifications
            comments({comment_id}(""" + REACTIONS + """
            ))
            deployments({deployment_id}(statuses({status_id})))
            dispatches assignees({assignee}) invitations({invitation_id}) keys({key_id}) autolinks({autolink_id})
            stats(code_frequency commit_activity contributors participation punch_card)
            traffic(clones popular(paths referrers) views) community(profile) codeowners(errors)
            pages(builds(latest {build_id}) deployment deployments({pages_deployment_id}(cancel)) health)
            properties(values) rules(branches({branch+})) projects transfer generate vulnerability-alerts
            automated-security-fixes private-vulnerability-reporting
            dependency-graph(compare({basehead+}) sbom(fetch-report({sbom_uuid}) generate-report) snapshots)
            security-advisories(reports {ghsa_id}(cve forks)) activity attestations({subject_digest})
            agents(organization-secrets organization-variables\s""" + SECRETS + " " + VARIABLES + """
            )
            code-quality(findings({finding_number}) setup) code-security-configuration
            codespaces(devcontainers machines new permissions_check\s""" + SECRETS + """
            )
            content_references({content_reference_id}(attachments)) copilot(cloud-agent(configuration))
            hash-algorithm immutable-releases import(authors({author_id}) issues({issue_number}) large_files lfs)
            installation interaction-limits(pulls(bypass-list creation-cap)) issue-types lfs
            pre-receive-hooks({pre_receive_hook_id}) replicas(caches) stacks({stack_number}(add unstack))
            """ + BYPASSES;

    private RepositoryPaths() {}

    /** The grammar in which the collection is, if it is in any. */
    static String of(String collection) {
        return switch (collection) {
            case "actions" -> ACTIONS;
            case "branches" -> BRANCHES;
            case "check-runs", "check-suites" -> CHECKS;
            case "code-scanning" -> CODE_SCANNING;
            case "commits" -> COMMITS;
            case "compare" -> "compare({basehead+})";
            case "contents" -> "contents({path*})";
            case "dependabot" -> "dependabot(alerts({alert_number}) " + SECRETS + ")";
            case "environments" -> ENVIRONMENTS;
            case "git" -> GIT;
            case "hooks" -> HOOKS;
            case "issues" -> ISSUES;
            case "pulls" -> PULLS;
            case "releases" -> RELEASES;
            case "rulesets" -> RULESETS;
            case "secret-scanning" -> SECRET_SCANNING;
            case "statuses" -> "statuses({sha+})";
            default -> OTHERS;
        };
    }
}
