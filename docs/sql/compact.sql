-- Writes the runs of the days from 'first_day' to 'last_day' as Parquet, one file a day.
-- A run that is there twice, because it was uploaded twice or was first taken for killed, is kept once. Days that were
-- compacted before are replaced. Names of users are left out. Before it: runs-ndjson.sql, and
--   SET VARIABLE compact = '/srv/perf/compact';
--   SET VARIABLE first_day = DATE '2026-11-20'; SET VARIABLE last_day = DATE '2026-11-20';
COPY (
    SELECT * REPLACE (struct_update(environment, "user" := NULL::VARCHAR) AS environment)
    FROM runs
    WHERE date BETWEEN getvariable('first_day') AND getvariable('last_day')
    QUALIFY row_number() OVER (PARTITION BY execution_id ORDER BY outcome = 'killed') = 1
    ORDER BY date, application, command, timestamp
) TO (getvariable('compact'))
    (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (date), FILENAME_PATTERN 'runs', OVERWRITE_OR_IGNORE);
