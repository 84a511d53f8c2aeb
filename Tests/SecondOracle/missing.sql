-- Missing is not zero, unless asked: `missing as zero`, `missing as previous`, `with coverage`.

-- tally: saves by day during 2026-03-05 to 2026-03-16 missing as zero
WITH RECURSIVE calendar(day) AS (
  SELECT '2026-03-05' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-03-16')
SELECT day, coalesce(saves, 0) AS saves FROM calendar LEFT JOIN channel ON date = day ORDER BY day;

-- tally: followers by week missing as previous
-- The last value of each week. No week is without one.
WITH ends AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week, followers,
    row_number() OVER (PARTITION BY date(date, 'weekday 0', '-6 days') ORDER BY date DESC) AS place FROM channel)
SELECT week, followers FROM ends WHERE place = 1 ORDER BY week;

-- tally: followers, views by day during 2026-03-05 to 2026-03-16 missing as previous
WITH RECURSIVE calendar(day) AS (
  SELECT '2026-03-05' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-03-16')
SELECT day, (SELECT followers FROM channel WHERE date <= day ORDER BY date DESC LIMIT 1) AS followers,
  (SELECT views FROM channel WHERE date <= day ORDER BY date DESC LIMIT 1) AS views
FROM calendar ORDER BY day;

-- tally: followers by day during 2026-03-12 to 2026-03-15 missing as previous
-- Nothing stands before the first row, so it stays empty.
SELECT column1 AS day, CASE WHEN column1 >= '2026-03-14' THEN (SELECT followers FROM channel WHERE date = column1) END AS followers
FROM (VALUES ('2026-03-12'), ('2026-03-13'), ('2026-03-14'), ('2026-03-15'));

-- tally: saves by day during 2026-03-07 to 2026-03-16 vs previous missing as zero having saves_change <= 0 sort by saves
-- Before the differences, `having` and `sort`; from 0 there is no change rate.
WITH RECURSIVE calendar(day) AS (
  SELECT '2026-03-06' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-03-16'),
days AS (SELECT day, coalesce(saves, 0) AS saves FROM calendar LEFT JOIN channel ON date = day),
pairs AS (SELECT day, saves, lag(saves) OVER (ORDER BY day) AS earlier FROM days)
SELECT day, saves, earlier AS saves_before, saves - earlier AS saves_change,
  CASE WHEN earlier > 0 THEN 1.0 * (saves - earlier) / earlier END AS saves_change_rate
FROM pairs WHERE saves - earlier <= 0 ORDER BY saves DESC, day;

-- tally: saves, likes, save_rate, videos by format missing as zero
-- with: holes
-- A rate isn't filled.
SELECT format, coalesce(sum(saves), 0) AS saves, coalesce(sum(likes), 0) AS likes,
  1.0 * sum(saves) FILTER (WHERE views IS NOT NULL) / nullif(sum(views) FILTER (WHERE saves IS NOT NULL), 0) AS save_rate,
  count(*) AS videos
FROM videos GROUP BY format ORDER BY 2 DESC, format;

-- tally: saves, likes by format
-- with: holes
-- A group with a row and no value stands last.
SELECT format, sum(saves) AS saves, sum(likes) AS likes FROM videos GROUP BY format ORDER BY 2 DESC NULLS LAST, format;

-- tally: saves by format, month missing as previous
-- with: holesdaily
-- Carried along the months within each format; a month without a row has none.
SELECT column1 AS format, column2 AS month, column3 AS saves FROM (VALUES
  ('tutorial', '2026-01-01', 5), ('tutorial', '2026-02-01', 5), ('tutorial', '2026-03-01', 7),
  ('vlog', '2026-01-01', NULL), ('vlog', '2026-02-01', 3));

-- tally: saves by video with coverage, total
-- with: holesdaily
-- Days with a value, of the 60 from the first loaded one to the last; a day of the total has a value of any video.
SELECT video, sum(saves) AS saves, count(DISTINCT date) / 60.0 AS coverage, 'data' AS row FROM daily WHERE saves IS NOT NULL
GROUP BY video
UNION ALL SELECT NULL, sum(saves), count(DISTINCT date) / 60.0, 'total' FROM daily WHERE saves IS NOT NULL;

-- tally: saves, likes by format with coverage
-- with: holes
-- Videos with both values, of the videos of the group.
SELECT format, sum(saves) AS saves, sum(likes) AS likes,
  avg(saves IS NOT NULL AND likes IS NOT NULL) AS coverage
FROM videos GROUP BY format ORDER BY 2 DESC NULLS LAST, format;

-- tally: saves by month during 2026-02 to 2026-04 with coverage
-- Days with a value, of the days of the month.
SELECT strftime('%Y-%m-01', date) AS month, sum(saves) AS saves,
  count(saves) / (julianday(date, 'start of month', '+1 month') - julianday(date, 'start of month')) AS coverage
FROM channel WHERE date BETWEEN '2026-02-01' AND '2026-04-30' GROUP BY 1 ORDER BY 1;

-- tally: saves by week where topic = "soups" during 2026-03-02 to 2026-03-29 with coverage
SELECT date(date, 'weekday 0', '-6 days') AS week, sum(daily.saves) AS saves, count(DISTINCT date) / 7.0 AS coverage
FROM daily JOIN videos USING (video) WHERE topic = 'soups' AND date BETWEEN '2026-03-02' AND '2026-03-29'
GROUP BY 1 ORDER BY 1;

-- tally: saves by hook with share, total
WITH lines AS (
  SELECT 0 AS part, hook, sum(saves) AS saves, 'data' AS row FROM videos GROUP BY hook
  UNION ALL SELECT 1, NULL, sum(saves), 'total' FROM videos)
SELECT hook, saves, 1.0 * saves / (SELECT sum(saves) FROM videos) AS saves_share, row FROM lines
ORDER BY part, hook IS NULL, saves DESC, hook;

-- tally: saves by hook top 2 with others
-- Under `top` a missing key isn't ranked; it is part of the others.
WITH ranked AS (
  SELECT hook, sum(saves) AS saves, row_number() OVER (ORDER BY hook IS NULL, sum(saves) DESC, hook) AS place
  FROM videos GROUP BY hook)
SELECT hook, saves, row FROM (
  SELECT place, hook, saves, 'data' AS row FROM ranked WHERE place <= 2
  UNION ALL SELECT 1000, NULL, sum(saves), 'others' FROM ranked WHERE place > 2) ORDER BY place;

-- tally: videos, saves by week posted missing as zero
WITH RECURSIVE kept AS (SELECT date(posted_day, 'weekday 0', '-6 days') AS week, saves FROM videos),
calendar(week) AS (
  SELECT min(week) FROM kept UNION ALL SELECT date(week, '+7 days') FROM calendar
  WHERE week < (SELECT max(week) FROM kept))
SELECT week AS "week posted", count(kept.week) AS videos, coalesce(sum(saves), 0) AS saves
FROM calendar LEFT JOIN kept USING (week) GROUP BY week ORDER BY week;

-- tally: saves by day missing as zero
WITH RECURSIVE calendar(day) AS (
  SELECT '2024-11-01' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-10-29')
SELECT day, coalesce(saves, 0) AS saves FROM calendar LEFT JOIN channel ON date = day ORDER BY day;

-- tally: running saves, saves by day during 2026-03-08 to 2026-03-15 missing as zero
-- A window isn't filled, and doesn't need to be: it carries on.
WITH RECURSIVE calendar(day) AS (SELECT '2026-03-08' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-03-15')
SELECT day, sum(saves) OVER (ORDER BY day) AS "running saves", coalesce(saves, 0) AS saves FROM calendar LEFT JOIN channel ON date = day ORDER BY day;

-- tally: save_rate, average saves per day by week where topic = "soups" during 2026-03-02 to 2026-03-22 missing as previous
SELECT date(date, 'weekday 0', '-6 days') AS week, 1.0 * sum(daily.saves) / sum(daily.views) AS save_rate,
  1.0 * sum(daily.saves) / count(DISTINCT date) AS "average saves per day"
FROM daily JOIN videos USING (video) WHERE topic = 'soups' AND date BETWEEN '2026-03-02' AND '2026-03-22' GROUP BY 1 ORDER BY 1;

-- tally: videos, saves during 2026-03-11 to 2026-03-12
-- No day of it was loaded.
SELECT 0 AS videos, NULL AS saves;

-- tally: videos, saves where format = "nothing"
SELECT count(*) AS videos, sum(saves) AS saves FROM videos WHERE format = 'nothing';

-- tally: videos, saves by topic where format = "nothing"
SELECT topic, count(*) AS videos, sum(saves) AS saves FROM videos WHERE format = 'nothing' GROUP BY topic;

-- tally: saves by video top 10
-- with: holes
-- What is missing isn't ranked.
SELECT video, saves FROM videos WHERE saves IS NOT NULL ORDER BY saves DESC, video;

-- tally: saves by video bottom 1 with others
-- with: holes
SELECT column1 AS video, column2 AS saves, column3 AS row FROM (VALUES ('i4', 7, 'data'), (NULL, 10, 'others'));

-- tally: followers, videos by week during 2026-03-02 to 2026-03-29 with coverage
-- Both tables lack the same four days.
WITH weeks AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week, max(date) AS last, count(*) / 7.0 AS coverage FROM channel
  WHERE date BETWEEN '2026-03-02' AND '2026-03-29' GROUP BY 1)
SELECT week, (SELECT followers FROM channel WHERE date = last) AS followers,
  (SELECT count(DISTINCT video) FROM daily WHERE date BETWEEN week AND date(week, '+6 days')) AS videos, coverage
FROM weeks ORDER BY week;

-- tally: saves by video during 2026-10-19 to 2026-10-25 with coverage, total having coverage < 100%
-- Videos of that week: the days before they were posted are expected as well.
WITH sums AS (
  SELECT video, sum(saves) AS saves, count(DISTINCT date) / 7.0 AS coverage FROM daily WHERE date BETWEEN '2026-10-19' AND '2026-10-25' GROUP BY video)
SELECT video, saves, coverage, row FROM (
  SELECT video, saves, coverage, 'data' AS row FROM sums WHERE coverage < 1 UNION ALL SELECT NULL, sum(saves), 1.0, 'total' FROM sums)
ORDER BY row, saves DESC, video;

-- data: holes
-- file: videos.csv
--| video,posted,format,saves,views,likes
--| i1,2026-01-01,tutorial,10,100,5
--| i2,2026-01-02,tutorial,,900,4
--| i3,2026-01-03,vlog,,300,3
--| i4,2026-01-04,recipe,7,,

-- data: holesdaily
-- file: videos.csv
--| video,posted,format
--| j1,2026-01-01,tutorial
--| j2,2026-01-01,vlog
-- file: daily.csv
--| video,date,saves
--| j1,2026-01-01,5
--| j1,2026-02-01,
--| j1,2026-03-01,7
--| j2,2026-01-02,
--| j2,2026-02-01,3
