package dev.perfagent.github;

/** The grammar behind <code>/enterprises/{enterprise}</code>, from GitHub's OpenAPI description; see {@link PathGrammar}. */
final class EnterprisePaths {
    private static final String ACTIONS = """
            actions(cache(retention-limit storage-limit usage usage-policy)
            oidc(customization(issuer properties(repo({custom_property_name}))))
            permissions(artifact-and-log-retention fork-pr-contributor-approval fork-pr-workflows-private-repos
              organizations({org_id}) selected-actions self-hosted-runners workflow)
            runner-groups({runner_group_id}(organizations({org_id}) runners({runner_id})))
            """ + OrganizationPaths.HOSTED_RUNNERS + RepositoryPaths.RUNNERS + ")";

    private static final String OTHERS = """
            audit-log(stream-key streams({stream_id})) consumed-licenses installation announcement
            access-restrictions(disable enable)
            apps(installable_organizations({org}(accessible_repositories))
              organizations({org}(installations({installation_id}(repositories(add remove))))))
            bypass-requests(push-rules secret-scanning) code-scanning(alerts) code_security_and_analysis
            copilot(billing(seats selected_enterprise_teams selected_users) content_exclusion custom-agents(source)
              policies(coding_agent(organizations)) usage-records\s""" + OrganizationPaths.METRICS + """
            )
            credential-authorizations(revoke-all revoke-credential-type {username}(revoke revoke-credential-type))
            dependabot(alerts repository-access(default-level)) dismissal-requests(secret-scanning)
            enterprise-roles(teams({team_slug}({role_id})) users({username}({role_id})) {role_id}(teams users))
            innersource-vulnerabilities(sync(status({job_id}))) license-sync-status members({username}(copilot))
            network-configurations({network_configuration_id}) network-settings({network_settings_id})
            org-properties(schema({custom_property_name}) values)
            properties(schema(organizations({org}({custom_property_name}(promote))) {custom_property_name}))
            team({team_slug}(copilot(metrics)))
            teams({enterprise-team}(memberships(add remove {username}) organizations(add remove {org})))
            visual-studio-subscriptions({visual_studio_subscription_id})
            """ + OrganizationPaths.CODE_SECURITY;

    private EnterprisePaths() {}

    /** The grammar in which the collection is, if it is in any. */
    static String of(String collection) {
        return switch (collection) {
            case "actions" -> ACTIONS;
            case "rulesets" -> RepositoryPaths.RULESETS;
            case "secret-scanning" -> RepositoryPaths.SECRET_SCANNING;
            case "settings" -> "settings(" + OrganizationPaths.BILLING + ")";
            default -> OTHERS;
        };
    }
}
