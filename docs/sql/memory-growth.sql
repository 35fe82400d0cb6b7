-- Which commands need more heap than in the weeks before?
WITH weeks AS (
    SELECT application, command, date_trunc('week', date) AS week,
           count(*) AS runs,
           median(resource_usage.peak_memory_mb) AS median_peak_mb,
           max(resource_usage.peak_memory_mb) AS max_peak_mb
    FROM runs
    WHERE timed
    GROUP BY application, command, date_trunc('week', date)
)
SELECT application, command,
       arg_min(median_peak_mb, week) AS first_week_mb,
       arg_max(median_peak_mb, week) AS last_week_mb,
       arg_max(median_peak_mb, week) / arg_min(median_peak_mb, week) - 1 AS change,
       max(max_peak_mb) AS max_peak_mb,
       count(*) AS weeks
FROM weeks
WHERE runs >= 6
GROUP BY application, command
ORDER BY change DESC NULLS LAST
LIMIT 50;
