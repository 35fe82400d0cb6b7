-- How many runs had to prepare the agent's plan first, and how much of their time did that take?
SELECT application, environment.host AS host,
       count(*) AS runs,
       count(*) FILTER (WHERE self.plan = 'cold') AS cold,
       count(*) FILTER (WHERE self.plan = 'cold') / count(*) AS share,
       median(self.premain_ms) FILTER (WHERE self.plan = 'cold') AS median_cold_start_ms,
       median(self.premain_ms) FILTER (WHERE self.plan = 'warm') AS median_warm_start_ms,
       sum(coalesce(self.premain_ms, 0)) FILTER (WHERE self.plan = 'cold') / 1000 AS cold_start_seconds
FROM runs
GROUP BY application, environment.host
HAVING count(*) FILTER (WHERE self.plan = 'cold') > 0
ORDER BY cold_start_seconds DESC
LIMIT 50;
