-- Which commands take the most time, and how long does one run take?
SELECT application, command,
       count(*) AS runs,
       median(duration.total_ms) AS median_ms,
       percentile_disc(0.95) WITHIN GROUP (ORDER BY duration.total_ms) AS p95_ms,
       sum(duration.total_ms) / 3600000 AS total_hours
FROM runs
WHERE timed
GROUP BY application, command
ORDER BY total_hours DESC
LIMIT 50;
