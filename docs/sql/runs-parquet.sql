-- Defines the view 'runs' over what compact.sql wrote, so that every question here runs on it unchanged.
-- First name the folder that has the date= folders:  SET VARIABLE lake = '/srv/perf/compact';
CREATE OR REPLACE VIEW runs AS
SELECT *
FROM read_parquet(getvariable('lake') || '/date=*/*.parquet',
    hive_partitioning = true, hive_types = {date: DATE}, union_by_name = true);
