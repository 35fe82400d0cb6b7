-- How often do the caches of each command have what is asked for, the worst first?
WITH per_run AS (
    SELECT application, command,
           coalesce(github_api.cache_hits + github_api.cache_misses, 0) > 0 AS of_http,
           github_api.cache_hits AS http_hits,
           github_api.cache_misses AS http_misses,
           list_sum(list_transform(caches, lambda cache: CASE WHEN cache.misses IS NULL THEN 0 ELSE cache.hits END)) AS own_hits,
           list_sum(list_transform(caches, lambda cache: CASE WHEN cache.hits IS NULL THEN 0 ELSE cache.misses END)) AS own_misses
    FROM runs
    WHERE timed
), counted AS (
    SELECT application, command,
           sum(CASE WHEN of_http THEN http_hits ELSE own_hits END) AS hits,
           sum(CASE WHEN of_http THEN http_misses ELSE own_misses END) AS misses
    FROM per_run
    GROUP BY application, command
)
SELECT application, command, hits, misses, hits / (hits + misses) AS hit_rate
FROM counted
WHERE hits + misses > 0
ORDER BY hit_rate
LIMIT 50;
