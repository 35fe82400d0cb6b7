-- Which commands fail most often, and with which exit code and exception?
WITH ends AS (
    SELECT application, command, outcome, exit_code, error.type AS error, count(*) AS ended, max(timestamp) AS last_run
    FROM runs
    GROUP BY application, command, outcome, exit_code, error.type
), counted AS (
    SELECT *, sum(ended) OVER (PARTITION BY application, command) AS runs
    FROM ends
)
SELECT application, command, outcome, exit_code, error, ended, ended / runs AS share, last_run
FROM counted
WHERE outcome <> 'success'
ORDER BY ended DESC, application, command, exit_code, error
LIMIT 50;
