-- Which commands use up GitHub's rate limits, and how close did they come to the end?
SELECT application, command,
       count(*) AS runs,
       sum(github_api.requests_made) AS requests,
       avg(github_api.requests_made) AS requests_per_run,
       sum(list_sum(list_transform(map_values(github_api.resources), lambda used: used.consumed))) AS points,
       avg(list_sum(list_transform(map_values(github_api.resources), lambda used: used.consumed))) AS points_per_run,
       min(github_api.rate_limit_remaining) AS least_remaining,
       sum(github_api.throttled_ms) / 60000 AS minutes_waited
FROM runs
WHERE timed AND github_api.requests_made > 0
GROUP BY application, command
ORDER BY points DESC NULLS LAST
LIMIT 50;
