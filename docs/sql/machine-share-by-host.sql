-- On which hosts do runs wait longest for a CPU?
WITH waited AS (
    SELECT environment.host AS host,
           greatest(0, least(1, resource_usage.cpu_wait_ms / duration.total_ms)) AS share,
           resource_usage.throttled_cpu_ms AS throttled_ms
    FROM runs
    WHERE timed AND resource_usage.cpu_wait_ms IS NOT NULL AND duration.total_ms > 0
)
SELECT host,
       count(*) AS runs,
       median(share) AS median_share,
       percentile_disc(0.9) WITHIN GROUP (ORDER BY share) AS p90_share,
       count(*) FILTER (WHERE share >= 0.2) / count(*) AS busy_runs,
       count(*) FILTER (WHERE throttled_ms > 0) / nullif(count(throttled_ms), 0) AS throttled_runs
FROM waited
GROUP BY host
ORDER BY median_share DESC
LIMIT 50;
