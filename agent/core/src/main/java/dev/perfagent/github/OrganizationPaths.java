package dev.perfagent.github;

/** The grammar behind <code>/orgs/{org}</code>, from GitHub's OpenAPI description; see {@link PathGrammar}. */
final class OrganizationPaths {
    static final String HOSTED_RUNNERS = """
            hosted-runners(images(custom({image_definition_id}(versions({version}))) github-owned partner) limits machine-sizes
            platforms {hosted_runner_id})
            """;
    static final String PROJECTS_V2 = """
            projectsV2({project_number}(drafts fields({field_id}) items({item_id}) views({view_number}(items))))
            """;
    static final String PACKAGES = """
            packages({package_type}({package_name+}(restore versions({package_version_id}(restore)))))
            """;
    static final String BILLING = """
            billing(advanced-security ai_credit(usage) budgets({budget_id}(user-states)) cost-centers({cost_center_id}(resource))
            packages premium_request(usage) reports({report_id}) shared-storage usage(summary))
            """;
    static final String CODE_SECURITY = """
            code-security(configurations(defaults detach {configuration_id}(attach defaults repositories)))
            """;
    static final String COPILOT_SPACES = """
            copilot-spaces({space_number}(collaborators({actor_type}({actor_identifier})) resources({space_resource_id})))
            """;
    static final String ATTESTATIONS = """
            attestations(bulk-list delete-request digest({subject_digest}) repositories {attestation_id#} {subject_digest})
            """;
    static final String MIGRATIONS = """
            migrations({migration_id}(archive repos({repo_name}(lock)) repositories))
            """;
    static final String METRICS = """
            metrics(reports(enterprise-1-day enterprise-28-day(latest) organization-1-day organization-28-day(latest) repos-1-day
            user-teams-1-day users-1-day users-28-day(latest)))
            """;

    /** Secrets and variables of an organization say which repositories may read them. */
    static final String SHARED_SECRETS = "secrets(public-key {secret_name}(repositories({repository_id})))";

    private static final String SHARED_VARIABLES = "variables({name}(repositories({repository_id})))";

    private static final String TEAM_CHILDREN = """
            members({username}) memberships({username}) repos({owner}({repo})) teams invitations projects({project_id})
            discussions({discussion_number}(comments({comment_number}(reactions({reaction_id}))) reactions({reaction_id})))
            external-groups team-sync(group-mappings)""";

    /** The children of {@code teams}: what <code>/organizations/{id}/team/{id}</code> goes on with too. */
    static final String TEAM = "{team_slug}(" + TEAM_CHILDREN + ")";

    /** The teams of before there were slugs. */
    static final String TEAMS_BY_ID = "teams({team_id}(" + TEAM_CHILDREN + "))";

    private static final String ACTIONS =
            """
            actions(cache(retention-limit storage-limit usage usage-by-repository)
            oidc(customization(properties(repo({custom_property_name})) sub))
            permissions(artifact-and-log-retention fork-pr-contributor-approval fork-pr-workflows-private-repos
              repositories({repository_id}) selected-actions self-hosted-runners(repositories({repository_id})) workflow)
            runner-groups({runner_group_id}(hosted-runners repositories({repository_id}) runners({runner_id})))
            """ + HOSTED_RUNNERS + RepositoryPaths.RUNNERS + " " + SHARED_SECRETS + " " + SHARED_VARIABLES + ")";

    private static final String OTHERS = """
            repos members({username}(codespaces({codespace_name}(stop)) copilot)) memberships({username})
            public_members({username}) outside_collaborators({username}) invitations({invitation_id}(teams)) failed_invitations
            events issues projects installation installations blocks({username}) audit-log
            agents(""" + SHARED_SECRETS + " " + SHARED_VARIABLES + """
            )
            announcement
            artifacts(metadata(deployment-record(cluster({cluster}(jobs({job_id})))) storage-record)
              {subject_digest}(metadata(deployment-records storage-records)))
            bypass-requests(push-rules secret-scanning) campaigns({campaign_number}) code-scanning(alerts)
            codespaces(access(selected_users)\s""" + SHARED_SECRETS + """
            )
            copilot(billing(seats selected_teams selected_users) coding-agent(permissions(repositories({repository_id})))
              content_exclusion\s"""
            + METRICS
            + """
            )
            credential-authorizations({credential_id}) custom-repository-roles({role_id}) custom_roles({role_id})
            dependabot(alerts repository-access(default-level)\s""" + SHARED_SECRETS + """
            )
            dismissal-requests(code-scanning dependabot secret-scanning) docker(conflicts) external-group({group_id})
            external-groups fine_grained_permissions
            insights(api(route-stats({actor_type}({actor_id})) subject-stats
              summary-stats(users({user_id}) {actor_type}({actor_id})) time-stats(users({user_id}) {actor_type}({actor_id}))
              user-stats({user_id})))
            interaction-limits(pulls(creation-cap)) issue-fields({issue_field_id}) issue-types({issue_type_id})
            org-properties(values) organization-fine-grained-permissions
            organization-roles(teams({team_slug}({role_id})) users({username}({role_id})) {role_id}(teams users))
            personal-access-token-requests({pat_request_id}(repositories)) personal-access-tokens({pat_id}(repositories))
            pre-receive-hooks({pre_receive_hook_id}) private-registries(public-key {secret_name})
            properties(schema({custom_property_name}) values) repository-fine-grained-permissions security-advisories
            security-managers(teams({team_slug}))
            settings(immutable-releases(repositories({repository_id})) network-configurations({network_configuration_id})
              network-settings({network_settings_id})\s""" + BILLING + """
            )
            team({team_slug}(copilot(metrics))) team-sync(groups)
            """ + ATTESTATIONS + CODE_SECURITY + COPILOT_SPACES + MIGRATIONS;

    private OrganizationPaths() {}

    /** The grammar in which the collection is, if it is in any. */
    static String of(String collection) {
        return switch (collection) {
            case "actions" -> ACTIONS;
            case "hooks" -> RepositoryPaths.HOOKS;
            case "packages" -> PACKAGES;
            case "projectsV2" -> PROJECTS_V2;
            case "rulesets" -> RepositoryPaths.RULESETS;
            case "secret-scanning" -> RepositoryPaths.SECRET_SCANNING;
            case "teams" -> "teams(" + TEAM + ")";
            default -> OTHERS;
        };
    }
}
