-- Which version of an application made a command slower than the version before it, on the same kind of machine?
WITH versions AS (
    SELECT application, command, environment.fingerprint AS fingerprint, application_version AS version,
           min(timestamp) AS first_run,
           count(*) AS runs,
           median(duration.total_ms) AS median_ms
    FROM runs
    WHERE timed
    GROUP BY application, command, environment.fingerprint, application_version
), compared AS (
    SELECT *,
           lag(version) OVER earlier AS version_before,
           lag(median_ms) OVER earlier AS median_before_ms
    FROM versions
    WHERE runs >= 6
    WINDOW earlier AS (PARTITION BY application, command, fingerprint ORDER BY first_run)
)
SELECT application, command, fingerprint, version_before, version, runs, median_before_ms, median_ms,
       median_ms / median_before_ms - 1 AS change
FROM compared
WHERE median_ms > 1.2 * median_before_ms AND median_ms > median_before_ms + 5
ORDER BY change DESC
LIMIT 50;
