-- Which version of an application made a command slower than the version before it, on the same kind of machine?
WITH timed_runs AS (
    SELECT application, command, environment.fingerprint AS fingerprint, application_version AS version, timestamp,
           duration.total_ms AS total_ms,
           resource_usage.cpu_wait_ms / nullif(duration.total_ms, 0) AS machine_share,
           -- without the machine's part, as everywhere in perf-agent; all of the time where that is not known
           CASE WHEN resource_usage.cpu_wait_ms IS NOT NULL AND resource_usage.thread_cpu_ms IS NOT NULL
               THEN greatest(resource_usage.thread_cpu_ms, duration.total_ms - 1.12 * resource_usage.cpu_wait_ms)
               ELSE duration.total_ms END AS own_ms
    FROM runs
    WHERE timed
), versions AS (
    SELECT application, command, fingerprint, version,
           min(timestamp) AS first_run,
           count(*) AS runs,
           median(total_ms) AS median_ms,
           median(own_ms) AS own_ms,
           median(machine_share) AS machine_share
    FROM timed_runs
    GROUP BY application, command, fingerprint, version
), compared AS (
    SELECT *,
           lag(version) OVER earlier AS version_before,
           lag(median_ms) OVER earlier AS median_before_ms,
           lag(own_ms) OVER earlier AS own_before_ms,
           lag(machine_share) OVER earlier AS machine_share_before
    FROM versions
    WHERE runs >= 6
    WINDOW earlier AS (PARTITION BY application, command, fingerprint ORDER BY first_run)
)
SELECT application, command, fingerprint, version_before, version, runs, median_before_ms, median_ms,
       median_ms / median_before_ms - 1 AS change, machine_share_before, machine_share
FROM compared
WHERE median_ms > 1.2 * median_before_ms AND median_ms > median_before_ms + 5
  AND own_ms > 1.2 * own_before_ms AND own_ms > own_before_ms + 5 -- a machine that became busy is no regression
ORDER BY change DESC
LIMIT 50;
