-- Which repositories and hosts do not measure with the newest agent?
WITH hosts AS (
    SELECT coalesce(repository, application) AS repository, environment.host AS host,
           arg_max(self.agent_version, timestamp) AS agent_version,
           max(timestamp) AS last_run,
           count(*) AS runs
    FROM runs
    GROUP BY coalesce(repository, application), environment.host
), newest AS (
    SELECT arg_max(agent_version, last_run) AS newest_version
    FROM hosts
)
SELECT repository, host, agent_version, newest_version, last_run, runs
FROM hosts CROSS JOIN newest
WHERE agent_version <> newest_version
ORDER BY last_run DESC, repository, host
LIMIT 100;
