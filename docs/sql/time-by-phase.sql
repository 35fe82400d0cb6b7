-- Where does the time of each command go, phase by phase?
WITH timed_runs AS (
    SELECT application, command, duration.total_ms AS total_ms, map_entries(duration.phases) AS phases
    FROM runs
    WHERE timed
), totals AS (
    SELECT application, command, count(*) AS timed, sum(total_ms) AS total_ms
    FROM timed_runs
    GROUP BY application, command
), entered AS (
    SELECT application, command, unnest(phases) AS entry
    FROM timed_runs
), phases AS (
    SELECT application, command, entry.key AS phase,
           count(*) AS runs,
           sum(coalesce(entry.value.self_ms, entry.value.ms, 0) / greatest(coalesce(entry.value.parallelism, 1), 1)) AS own_ms
    FROM entered
    GROUP BY application, command, entry.key
)
SELECT application, command, phase, runs, own_ms,
       own_ms / timed AS ms_per_run,
       CASE WHEN total_ms > 0 THEN own_ms / total_ms END AS share
FROM phases JOIN totals USING (application, command)
ORDER BY own_ms DESC
LIMIT 100;
