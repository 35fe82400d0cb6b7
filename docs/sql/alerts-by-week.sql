-- How many runs raised each type of alert, week by week?
WITH raised AS (
    SELECT execution_id, date_trunc('week', date) AS week, application, command, unnest(alerts, recursive := false) AS alert
    FROM runs
    WHERE len(alerts) > 0
)
SELECT week, application, command, alert.type AS type,
       count(DISTINCT execution_id) AS runs,
       count(DISTINCT execution_id) FILTER (WHERE alert.severity = 'critical') AS critical
FROM raised
GROUP BY week, application, command, alert.type
ORDER BY week DESC, runs DESC, type, application, command;
