package dev.perfagent.github;

/** The grammar of all that is not below one repository, organization or enterprise; see {@link PathGrammar}. */
final class OtherPaths {
    /** The children of {@code users}. */
    static final String USERS = """
            {username}(repos orgs followers following({target_user}) gists keys gpg_keys
            events(orgs({org}) public) received_events(public) starred subscriptions docker(conflicts) hovercard installation
            projects site_admin social_accounts ssh_signing_keys suspended
            settings(\s""" + OrganizationPaths.BILLING + """
            )
            """ + OrganizationPaths.ATTESTATIONS
            + OrganizationPaths.COPILOT_SPACES + OrganizationPaths.PACKAGES
            + OrganizationPaths.PROJECTS_V2 + ")";

    /** The children of {@code user}: the one whose token it is. */
    static final String USER =
            """
            repos orgs teams emails public_emails email(visibility) followers following({username}) issues
            starred({owner}({repo})) subscriptions keys({key_id}) gpg_keys({gpg_key_id})
            ssh_signing_keys({ssh_signing_key_id}) memberships(orgs({org})) blocks({username})
            installations({installation_id}(repositories({repository_id}))) interaction-limits
            repository_invitations({invitation_id}) social_accounts projects docker(conflicts)
            marketplace_purchases(stubbed)
            codespaces(\s""" + OrganizationPaths.SHARED_SECRETS + """
             {codespace_name}(exports({export_id}) machines publish start stop))
            """ + OrganizationPaths.MIGRATIONS + OrganizationPaths.PACKAGES;

    private static final String GISTS = """
            gists(public starred {gist_id}(comments({comment_id}) commits forks star {sha}))""";

    private static final String APPS = """
            app(installations({installation_id}(access_tokens suspended)) hook(config deliveries({delivery_id}(attempts)))
              installation-requests)
            apps({app_slug}) app-manifests({code}(conversions)) installation(repositories token)
            applications(grants({grant_id}) {client_id}(grant grants({access_token}) token(scoped) tokens({access_token})))
            authorizations(clients({client_id}({fingerprint})) {authorization_id})
            """;

    /** GitHub Enterprise Server's own administration. */
    private static final String ADMINISTRATION = """
            admin(hooks({hook_id}(pings)) keys({key_ids})
              ldap(teams({team_id}(mapping sync)) users({username}(mapping sync))) organizations({org})
              pre-receive-environments({pre_receive_environment_id}(downloads(latest)))
              pre-receive-hooks({pre_receive_hook_id}) tokens({token_id}) users({username}(authorizations)))
            enterprise(announcement settings(license)
              stats(all comments gists hooks issues milestones orgs pages pulls repos security-products users))
            enterprise-installation({enterprise_or_org}(server-statistics))
            manage(v1(access(ssh) checks(system-requirements) cluster(status)
              config(apply(events) init license(check) nodes settings) maintenance replication(status) version))
            setup(api(configcheck configure maintenance settings(authorized-keys) start upgrade))
            """;

    private static final String OTHERS = """
            rate_limit meta octocat zen versions emojis events feeds issues hub markdown(raw)
            notifications(threads({thread_id}(subscription)))
            projects(columns(cards({card_id}(moves)) {column_id}(cards moves))
              {project_id}(collaborators({username}(permission)) columns))
            reactions({reaction_id}) networks({owner}({repo}(events))) licenses({license})
            gitignore(templates({name})) codes_of_conduct({key}) advisories({ghsa_id})
            agents(repos({owner}({repo}(tasks({task_id})))) tasks({task_id}))
            assignments({assignment_id}(accepted_assignments grades)) classrooms({classroom_id}(assignments))
            credentials(revoke)
            marketplace_listing(accounts({account_id}) plans({plan_id}(accounts))
              stubbed(accounts({account_id}) plans({plan_id}(accounts))))
            scim(v2(Groups({scim_group_id}) Users({scim_user_id})
              enterprises({enterprise}(Groups({scim_group_id}) Users({scim_user_id})))
              organizations({org}(Users({scim_user_id})))))
            """;

    private OtherPaths() {}

    /** The grammar in which the first segment is, if it is in any. */
    static String of(String root) {
        return switch (root) {
            case "users" -> "users(" + USERS + ")";
            case "search" -> "search(issues repositories code commits users topics labels)";
            case "gists" -> GISTS;
            case "teams" -> OrganizationPaths.TEAMS_BY_ID;
            case "app", "apps", "app-manifests", "applications", "authorizations", "installation" -> APPS;
            case "admin", "enterprise", "enterprise-installation", "manage", "setup" -> ADMINISTRATION;
            default -> OTHERS;
        };
    }
}
