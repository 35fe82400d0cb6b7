-- On which hosts do the same commands fail or get killed more often than on all hosts together?
WITH outcomes AS (
    SELECT application, command, environment.host AS host,
           count(*) AS runs,
           count(*) FILTER (WHERE outcome <> 'success') AS failures
    FROM runs
    GROUP BY application, command, environment.host
), expected AS (
    SELECT host, runs, failures,
           runs * sum(failures) OVER command_runs / sum(runs) OVER command_runs AS expected_failures
    FROM outcomes
    WINDOW command_runs AS (PARTITION BY application, command)
), by_host AS (
    SELECT host,
           sum(runs) AS runs,
           sum(failures) AS failures,
           sum(expected_failures) AS expected_failures
    FROM expected
    GROUP BY host
)
SELECT host, runs, failures, expected_failures, failures / expected_failures AS times_as_many
FROM by_host
WHERE failures > expected_failures
ORDER BY failures - expected_failures DESC
LIMIT 50;
