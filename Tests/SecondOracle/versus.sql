-- This period against another: ranges, cut ranges, the same days a year ago, groups that exist only earlier.

-- tally: saves by week during last 12 weeks vs previous
-- Each week against the one before it, also where that lies before the range.
WITH weeks AS (SELECT date(date, 'weekday 0', '-6 days') AS week, sum(saves) AS saves FROM channel GROUP BY 1),
pairs AS (
  SELECT a.week, a.saves, b.saves AS earlier FROM weeks a LEFT JOIN weeks b ON b.week = date(a.week, '-7 days')
  WHERE a.week BETWEEN date('2026-10-25', '-6 days', '-77 days') AND '2026-10-19')
SELECT week, saves, earlier AS saves_before, saves - earlier AS saves_change,
  CASE WHEN earlier > 0 THEN 1.0 * (saves - earlier) / earlier END AS saves_change_rate
FROM pairs ORDER BY week;

-- tally: saves, save_rate by format during this month vs year ago
-- 1 to 29 October of both years.
WITH sums AS (
  SELECT format, substr(date, 1, 4) AS year, sum(daily.saves) AS saves, 1.0 * sum(daily.saves) / sum(daily.views) AS rate
  FROM daily JOIN videos USING (video)
  WHERE date BETWEEN '2026-10-01' AND '2026-10-29' OR date BETWEEN '2025-10-01' AND '2025-10-29' GROUP BY 1, 2)
SELECT a.format, a.saves, b.saves AS saves_before, a.saves - b.saves AS saves_change,
  1.0 * (a.saves - b.saves) / b.saves AS saves_change_rate,
  a.rate AS save_rate, b.rate AS save_rate_before, a.rate - b.rate AS save_rate_change,
  (a.rate - b.rate) / b.rate AS save_rate_change_rate
FROM sums a JOIN sums b ON a.format = b.format AND a.year = '2026' AND b.year = '2025'
ORDER BY a.saves DESC, a.format;

-- tally: saves during 2026-Q1 vs 2025-Q4
WITH sums AS (
  SELECT sum(saves) FILTER (WHERE date BETWEEN '2026-01-01' AND '2026-03-31') AS saves,
    sum(saves) FILTER (WHERE date BETWEEN '2025-10-01' AND '2025-12-31') AS earlier FROM channel)
SELECT saves, earlier AS saves_before, saves - earlier AS saves_change, 1.0 * (saves - earlier) / earlier AS saves_change_rate
FROM sums;

-- tally: views, saves during 2026 vs previous
-- The year is cut on 29 October, its 302nd day; so is the year before.
WITH sums AS (
  SELECT sum(views) FILTER (WHERE date >= '2026-01-01') AS v, sum(saves) FILTER (WHERE date >= '2026-01-01') AS s,
    sum(views) FILTER (WHERE date BETWEEN '2025-01-01' AND date('2025-01-01', '+301 days')) AS v0,
    sum(saves) FILTER (WHERE date BETWEEN '2025-01-01' AND date('2025-01-01', '+301 days')) AS s0 FROM channel)
SELECT v AS views, v0 AS views_before, v - v0 AS views_change, 1.0 * (v - v0) / v0 AS views_change_rate,
  s AS saves, s0 AS saves_before, s - s0 AS saves_change, 1.0 * (s - s0) / s0 AS saves_change_rate FROM sums;

-- tally: saves during last 28 days vs previous
WITH sums AS (
  SELECT sum(saves) FILTER (WHERE date BETWEEN '2026-10-02' AND '2026-10-29') AS saves,
    sum(saves) FILTER (WHERE date BETWEEN '2026-09-04' AND '2026-10-01') AS earlier FROM channel)
SELECT saves, earlier AS saves_before, saves - earlier AS saves_change, 1.0 * (saves - earlier) / earlier AS saves_change_rate
FROM sums;

-- tally: saves during this week vs previous
-- Four days of this week, Monday to Thursday, and the same four of the week before.
WITH sums AS (
  SELECT sum(saves) FILTER (WHERE date BETWEEN '2026-10-26' AND '2026-10-29') AS saves,
    sum(saves) FILTER (WHERE date BETWEEN '2026-10-19' AND '2026-10-22') AS earlier FROM channel)
SELECT saves, earlier AS saves_before, saves - earlier AS saves_change, 1.0 * (saves - earlier) / earlier AS saves_change_rate
FROM sums;

-- tally: saves during 2026-02 vs previous
-- A calendar month with the calendar month before, though one has 28 days and the other 31.
WITH sums AS (
  SELECT sum(saves) FILTER (WHERE date BETWEEN '2026-02-01' AND '2026-02-28') AS saves,
    sum(saves) FILTER (WHERE date BETWEEN '2026-01-01' AND '2026-01-31') AS earlier FROM channel)
SELECT saves, earlier AS saves_before, saves - earlier AS saves_change, 1.0 * (saves - earlier) / earlier AS saves_change_rate
FROM sums;

-- tally: saves during 2026-02-10 to 2026-02-19 vs year ago
-- A span of days: 364 days back, so that weekdays match.
WITH sums AS (
  SELECT sum(saves) FILTER (WHERE date BETWEEN '2026-02-10' AND '2026-02-19') AS saves,
    sum(saves) FILTER (WHERE date BETWEEN date('2026-02-10', '-364 days') AND date('2026-02-19', '-364 days')) AS earlier
  FROM channel)
SELECT saves, earlier AS saves_before, saves - earlier AS saves_change, 1.0 * (saves - earlier) / earlier AS saves_change_rate
FROM sums;

-- tally: saves by month vs year ago
-- Before November 2025 there is no year ago; October 2026 has 29 days, and so has the October it is compared with.
WITH RECURSIVE months(month) AS (
  SELECT '2024-11-01' UNION ALL SELECT date(month, '+1 month') FROM months WHERE month < '2026-10-01'),
pairs AS (
  SELECT month,
    (SELECT sum(saves) FROM channel WHERE date >= month AND date < date(month, '+1 month')) AS saves,
    (SELECT sum(saves) FROM channel WHERE date >= date(month, '-1 year')
      AND date < min(date(month, '+1 month', '-1 year'), '2025-10-30')) AS earlier
  FROM months)
SELECT month, saves, earlier AS saves_before, saves - earlier AS saves_change,
  CASE WHEN earlier > 0 THEN 1.0 * (saves - earlier) / earlier END AS saves_change_rate
FROM pairs ORDER BY month;

-- tally: saves by week where topic = "soups" vs year ago
-- 364 days back: each week has a partner. The last week has four days; the first partner is cut by the first loaded day.
WITH RECURSIVE kept AS (
  SELECT date, saves FROM daily WHERE video IN (SELECT video FROM videos WHERE topic = 'soups')),
weeks(week) AS (
  SELECT date(min(date), 'weekday 0', '-6 days') FROM kept
  UNION ALL SELECT date(week, '+7 days') FROM weeks WHERE week < '2026-10-26'),
pairs AS (
  SELECT week,
    (SELECT sum(saves) FROM kept WHERE date BETWEEN week AND date(week, '+6 days')) AS saves,
    (SELECT sum(saves) FROM kept WHERE date BETWEEN date(week, '-364 days')
      AND date(min(date(week, '+6 days'), '2026-10-29'), '-364 days')) AS earlier
  FROM weeks)
SELECT week, saves, earlier AS saves_before, saves - earlier AS saves_change,
  CASE WHEN earlier > 0 THEN 1.0 * (saves - earlier) / earlier END AS saves_change_rate
FROM pairs ORDER BY week;

-- tally: saves by day during 2026-03-08 to 2026-03-18 vs previous
-- Around the days that were not loaded.
WITH RECURSIVE calendar(day) AS (
  SELECT '2026-03-08' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-03-18'),
pairs AS (
  SELECT day, a.saves, b.saves AS earlier FROM calendar
  LEFT JOIN channel a ON a.date = day LEFT JOIN channel b ON b.date = date(day, '-1 day'))
SELECT day, saves, earlier AS saves_before, saves - earlier AS saves_change,
  CASE WHEN earlier > 0 THEN 1.0 * (saves - earlier) / earlier END AS saves_change_rate
FROM pairs ORDER BY day;

-- tally: saves by video during 2026-10-20 to 2026-10-26 vs previous having saves_before is not missing sort by saves_change top 5
WITH sums AS (
  SELECT video, sum(saves) FILTER (WHERE date BETWEEN '2026-10-20' AND '2026-10-26') AS saves,
    sum(saves) FILTER (WHERE date BETWEEN '2026-10-13' AND '2026-10-19') AS earlier
  FROM daily WHERE date BETWEEN '2026-10-13' AND '2026-10-26' GROUP BY video)
SELECT video, saves, earlier AS saves_before, saves - earlier AS saves_change,
  CASE WHEN earlier > 0 THEN 1.0 * (saves - earlier) / earlier END AS saves_change_rate
FROM sums WHERE earlier IS NOT NULL ORDER BY saves - earlier DESC, video LIMIT 5;

-- tally: videos, saves by topic during last 4 weeks vs previous with share, total
-- The part is that of the current value.
WITH sums AS (
  SELECT topic, count(DISTINCT video) FILTER (WHERE date >= '2026-09-28') AS v,
    count(DISTINCT video) FILTER (WHERE date < '2026-09-28') AS v0,
    sum(daily.saves) FILTER (WHERE date >= '2026-09-28') AS s, sum(daily.saves) FILTER (WHERE date < '2026-09-28') AS s0
  FROM daily JOIN videos USING (video) WHERE date BETWEEN '2026-08-31' AND '2026-10-25' GROUP BY topic),
lines AS (
  SELECT 'data' AS row, topic, v, v0, s, s0 FROM sums
  UNION ALL SELECT 'total', NULL, sum(v), sum(v0), sum(s), sum(s0) FROM sums)
SELECT topic, v AS videos, v0 AS videos_before, v - v0 AS videos_change, 1.0 * (v - v0) / v0 AS videos_change_rate,
  1.0 * v / (SELECT sum(v) FROM sums) AS videos_share,
  s AS saves, s0 AS saves_before, s - s0 AS saves_change, 1.0 * (s - s0) / s0 AS saves_change_rate,
  1.0 * s / (SELECT sum(s) FROM sums) AS saves_share, row
FROM lines ORDER BY row, v DESC, topic;

-- tally: saves by format during 2024-11-04 to 2024-11-10 vs previous
-- The week before begins on 28 October, the first loaded day of a video is 2 November: partly loaded.
WITH sums AS (
  SELECT format, sum(daily.saves) FILTER (WHERE date >= '2024-11-04') AS saves,
    sum(daily.saves) FILTER (WHERE date < '2024-11-04') AS earlier
  FROM daily JOIN videos USING (video) WHERE date BETWEEN '2024-10-28' AND '2024-11-10' GROUP BY format)
SELECT format, saves, earlier AS saves_before, saves - earlier AS saves_change,
  CASE WHEN earlier > 0 THEN 1.0 * (saves - earlier) / earlier END AS saves_change_rate
FROM sums ORDER BY saves DESC, format;

-- tally: saves during 2024-11 vs previous
-- Nothing of October 2024 is loaded: missing, never 0.
SELECT sum(saves) AS saves, NULL AS saves_before, NULL AS saves_change, NULL AS saves_change_rate FROM channel
WHERE date BETWEEN '2024-11-01' AND '2024-11-30';

-- tally: rolling 7 days saves by week during last 6 weeks vs previous
WITH pairs AS (
  SELECT week,
    (SELECT sum(saves) FROM channel WHERE date BETWEEN week AND date(week, '+6 days')) AS saves,
    (SELECT sum(saves) FROM channel WHERE date BETWEEN date(week, '-7 days') AND date(week, '-1 day')) AS earlier
  FROM (SELECT DISTINCT date(date, 'weekday 0', '-6 days') AS week FROM channel WHERE date BETWEEN '2026-09-14' AND '2026-10-25'))
SELECT week, saves AS "rolling 7 days saves", earlier AS "rolling 7 days saves_before",
  saves - earlier AS "rolling 7 days saves_change", 1.0 * (saves - earlier) / earlier AS "rolling 7 days saves_change_rate"
FROM pairs ORDER BY week;

-- tally: running saves as so_far by day during 2026-10 vs year ago
-- Each day against the day 364 days earlier; what ran up to it starts 364 days before the range does.
WITH RECURSIVE calendar(day) AS (
  SELECT '2026-10-01' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-10-29'),
pairs AS (
  SELECT day,
    (SELECT sum(saves) FROM channel WHERE date BETWEEN '2026-10-01' AND day) AS saves,
    (SELECT sum(saves) FROM channel WHERE date BETWEEN date('2026-10-01', '-364 days') AND date(day, '-364 days')) AS earlier
  FROM calendar)
SELECT day, saves AS so_far, earlier AS so_far_before, saves - earlier AS so_far_change,
  1.0 * (saves - earlier) / earlier AS so_far_change_rate
FROM pairs ORDER BY day;

-- tally: followers by month during 2026-Q2 vs previous
-- A level: its last value in the month, and the last one of the month before.
WITH ends AS (
  SELECT strftime('%Y-%m-01', date) AS month, followers,
    row_number() OVER (PARTITION BY strftime('%Y-%m-01', date) ORDER BY date DESC) AS place FROM channel),
months AS (SELECT month, followers FROM ends WHERE place = 1)
SELECT a.month, a.followers, b.followers AS followers_before, a.followers - b.followers AS followers_change,
  1.0 * (a.followers - b.followers) / b.followers AS followers_change_rate
FROM months a JOIN months b ON b.month = date(a.month, '-1 month')
WHERE a.month BETWEEN '2026-04-01' AND '2026-06-01' ORDER BY a.month;

-- tally: views during 2021-03-10 to 2021-04-05 vs previous
-- with: youtube
WITH sums AS (
  SELECT sum(views) FILTER (WHERE date BETWEEN '2021-03-10' AND '2021-04-05') AS views,
    sum(views) FILTER (WHERE date BETWEEN date('2021-03-10', '-27 days') AND '2021-03-09') AS earlier FROM channel)
SELECT views, earlier AS views_before, views - earlier AS views_change, 1.0 * (views - earlier) / earlier AS views_change_rate
FROM sums;

-- tally: views by week during 2021-12-20 to 2021-12-31 vs year ago
-- with: youtube
-- Week 51 has no partner in the file; week 52 (four days of it loaded) is compared with the same four days of week 53 of 2020,
-- of which one is loaded.
WITH weeks AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week, sum(views) AS views, max(date) AS last FROM channel
  WHERE date BETWEEN '2021-12-20' AND '2021-12-31' GROUP BY 1),
pairs AS (
  SELECT week, views,
    (SELECT sum(views) FROM channel WHERE date BETWEEN date(week, '-364 days') AND date(last, '-364 days')) AS earlier
  FROM weeks)
SELECT week, views, earlier AS views_before, views - earlier AS views_change,
  CASE WHEN earlier > 0 THEN 1.0 * (views - earlier) / earlier END AS views_change_rate
FROM pairs ORDER BY week;

-- tally: views by quarter vs previous with total
-- with: youtube
-- The first quarter is compared with a quarter of which one day is loaded; the last is cut on 30 December.
WITH quarters AS (
  SELECT printf('%s-%02d-01', strftime('%Y', date), (strftime('%m', date) - 1) / 3 * 3 + 1) AS quarter,
    sum(views) AS views, max(date) AS last, max(julianday(date)) AS day FROM channel GROUP BY 1),
pairs AS (
  SELECT quarter, views,
    (SELECT sum(views) FROM channel WHERE date >= date(quarter, '-3 months')
      AND date < CASE quarter WHEN '2021-10-01' THEN date('2021-07-01', '+91 days') ELSE quarter END) AS earlier
  FROM quarters)
SELECT quarter, views, views_before, views - views_before AS views_change,
  CASE WHEN views_before > 0 THEN 1.0 * (views - views_before) / views_before END AS views_change_rate, row
FROM (
  SELECT quarter, views, earlier AS views_before, 'data' AS row FROM pairs
  UNION ALL SELECT NULL, sum(views), sum(earlier), 'total' FROM pairs)
ORDER BY quarter IS NULL, quarter;

-- tally: saves by format, month vs previous
-- with: comings
-- What was there a month earlier and is not there now gets a row, up to the last month of the answer.
WITH cells AS (
  SELECT coalesce(format, '') AS format, strftime('%Y-%m-01', date) AS month, sum(saves) AS saves
  FROM daily JOIN videos USING (video) GROUP BY 1, 2),
keys AS (
  SELECT format, month FROM cells
  UNION SELECT format, date(month, '+1 month') FROM cells WHERE month < (SELECT max(month) FROM cells))
SELECT nullif(keys.format, '') AS format, keys.month, a.saves, b.saves AS saves_before, a.saves - b.saves AS saves_change,
  1.0 * (a.saves - b.saves) / b.saves AS saves_change_rate
FROM keys LEFT JOIN cells a ON a.format = keys.format AND a.month = keys.month
LEFT JOIN cells b ON b.format = keys.format AND b.month = date(keys.month, '-1 month')
ORDER BY keys.format = '', keys.format, keys.month;

-- tally: videos, saves by format during 2026-03 vs previous with total
-- with: comings
-- Without a grain: all groups of either side. There are 0 videos of the group that is not there now.
WITH sums AS (
  SELECT format, count(DISTINCT video) FILTER (WHERE date >= '2026-03-01') AS v,
    count(DISTINCT video) FILTER (WHERE date < '2026-03-01') AS v0,
    sum(saves) FILTER (WHERE date >= '2026-03-01') AS s, sum(saves) FILTER (WHERE date < '2026-03-01') AS s0
  FROM daily JOIN videos USING (video) WHERE date BETWEEN '2026-02-01' AND '2026-03-31' GROUP BY format),
lines AS (
  SELECT 'data' AS row, * FROM sums UNION ALL SELECT 'total', NULL, sum(v), sum(v0), sum(s), sum(s0) FROM sums)
SELECT format, v AS videos, v0 AS videos_before, v - v0 AS videos_change,
  CASE WHEN v0 > 0 THEN 1.0 * (v - v0) / v0 END AS videos_change_rate,
  s AS saves, s0 AS saves_before, s - s0 AS saves_change, 1.0 * (s - s0) / s0 AS saves_change_rate, row
FROM lines ORDER BY row, format IS NULL, v DESC, format;

-- tally: saves by format during 2024-02 vs year ago
-- with: leap
-- A whole month with the whole month a year earlier. From a base below 0 there is no rate, from 0 neither.
WITH sums AS (
  SELECT format, sum(saves) FILTER (WHERE date >= '2024-02-01') AS s, sum(saves) FILTER (WHERE date <= '2023-02-28') AS s0
  FROM daily JOIN videos USING (video)
  WHERE date BETWEEN '2024-02-01' AND '2024-02-29' OR date BETWEEN '2023-02-01' AND '2023-02-28' GROUP BY format)
SELECT format, s AS saves, s0 AS saves_before, s - s0 AS saves_change,
  CASE WHEN s0 > 0 THEN 1.0 * (s - s0) / s0 END AS saves_change_rate
FROM sums ORDER BY s DESC, format;

-- tally: saves by month during 2024-02 to 2024-03 vs previous
-- with: leap
-- March is over; February, of 29 days, is compared with the whole of January.
WITH months AS (SELECT strftime('%Y-%m-01', date) AS month, sum(saves) AS saves FROM daily GROUP BY 1)
SELECT a.month, a.saves, b.saves AS saves_before, a.saves - b.saves AS saves_change,
  1.0 * (a.saves - b.saves) / b.saves AS saves_change_rate
FROM months a LEFT JOIN months b ON b.month = date(a.month, '-1 month')
WHERE a.month BETWEEN '2024-02-01' AND '2024-03-01' ORDER BY a.month;

-- tally: saves by month during 2024-02 to 2024-03 vs previous
-- with: leap
-- options: --as-of 2024-03-30
-- March is cut on the 30th: February 29, its last day, stands for all that comes after it.
WITH months AS (
  SELECT strftime('%Y-%m-01', date) AS month, sum(saves) AS saves FROM daily WHERE date <= '2024-03-30' GROUP BY 1)
SELECT a.month, a.saves, b.saves AS saves_before, a.saves - b.saves AS saves_change,
  1.0 * (a.saves - b.saves) / b.saves AS saves_change_rate
FROM months a LEFT JOIN months b ON b.month = date(a.month, '-1 month')
WHERE a.month BETWEEN '2024-02-01' AND '2024-03-01' ORDER BY a.month;

-- tally: saves during 2026-07 to 2026-10 vs previous
-- Four months with the four before; both end on their 121st day, since 29 October is the last one.
WITH sums AS (
  SELECT sum(saves) FILTER (WHERE date >= '2026-07-01') AS saves,
    sum(saves) FILTER (WHERE date BETWEEN '2026-03-01' AND date('2026-03-01', '+120 days')) AS earlier FROM channel)
SELECT saves, earlier AS saves_before, saves - earlier AS saves_change, 1.0 * (saves - earlier) / earlier AS saves_change_rate
FROM sums;

-- tally: saves during this quarter vs previous
-- 1 to 29 October, 1 to 29 July.
WITH sums AS (
  SELECT sum(saves) FILTER (WHERE date >= '2026-10-01') AS saves,
    sum(saves) FILTER (WHERE date BETWEEN '2026-07-01' AND '2026-07-29') AS earlier FROM channel)
SELECT saves, earlier AS saves_before, saves - earlier AS saves_change, 1.0 * (saves - earlier) / earlier AS saves_change_rate
FROM sums;

-- tally: saves during 2026-10-01 to today vs previous
-- 29 days with the 29 days before.
WITH sums AS (
  SELECT sum(saves) FILTER (WHERE date >= '2026-10-01') AS saves,
    sum(saves) FILTER (WHERE date BETWEEN '2026-09-02' AND '2026-09-30') AS earlier FROM channel)
SELECT saves, earlier AS saves_before, saves - earlier AS saves_change, 1.0 * (saves - earlier) / earlier AS saves_change_rate
FROM sums;

-- tally: views during 2026-W10 vs year ago
-- 364 days before 2 March 2026 is 3 March 2025.
WITH sums AS (
  SELECT sum(views) FILTER (WHERE date BETWEEN '2026-03-02' AND '2026-03-08') AS views,
    sum(views) FILTER (WHERE date BETWEEN '2025-03-03' AND '2025-03-09') AS earlier FROM channel)
SELECT views, earlier AS views_before, views - earlier AS views_change, 1.0 * (views - earlier) / earlier AS views_change_rate
FROM sums;

-- tally: save_rate during last 3 months vs year ago
WITH sums AS (
  SELECT 1.0 * sum(saves) FILTER (WHERE date >= '2026-07-01') / sum(views) FILTER (WHERE date >= '2026-07-01') AS a,
    1.0 * sum(saves) FILTER (WHERE date < '2026-07-01') / sum(views) FILTER (WHERE date < '2026-07-01') AS b
  FROM channel WHERE date BETWEEN '2026-07-01' AND '2026-09-30' OR date BETWEEN '2025-07-01' AND '2025-09-30')
SELECT a AS save_rate, b AS save_rate_before, a - b AS save_rate_change, (a - b) / b AS save_rate_change_rate FROM sums;

-- tally: saves by sound during 2026-09-01 to 2026-09-28 vs 2026-08-01 to 2026-08-28 sort by saves_change_rate ascending
WITH sums AS (
  SELECT sound, sum(daily.saves) FILTER (WHERE date >= '2026-09-01') AS s, sum(daily.saves) FILTER (WHERE date < '2026-09-01') AS s0
  FROM daily JOIN videos USING (video) WHERE date BETWEEN '2026-08-01' AND '2026-08-28' OR date BETWEEN '2026-09-01' AND '2026-09-28'
  GROUP BY sound)
SELECT sound, s AS saves, s0 AS saves_before, s - s0 AS saves_change, 1.0 * (s - s0) / s0 AS saves_change_rate
FROM sums ORDER BY 5, sound;

-- tally: views, saves by week during last 4 weeks vs previous
-- first: set week_start = sunday
WITH weeks AS (SELECT date(date, '-6 days', 'weekday 0') AS week, sum(views) AS v, sum(saves) AS s FROM channel GROUP BY 1)
SELECT a.week, a.v AS views, b.v AS views_before, a.v - b.v AS views_change, 1.0 * (a.v - b.v) / b.v AS views_change_rate,
  a.s AS saves, b.s AS saves_before, a.s - b.s AS saves_change, 1.0 * (a.s - b.s) / b.s AS saves_change_rate
FROM weeks a JOIN weeks b ON b.week = date(a.week, '-7 days') WHERE a.week BETWEEN '2026-09-27' AND '2026-10-18' ORDER BY a.week;

-- tally: videos, saves by month during 2026-02 to 2026-04 vs previous
-- with: lifetime
-- Months of posting, where only totals of a life are loaded.
WITH months AS (SELECT substr(posted_day, 1, 7) || '-01' AS month, count(*) AS v, sum(saves) AS s FROM videos GROUP BY 1)
SELECT a.month, a.v AS videos, b.v AS videos_before, a.v - b.v AS videos_change, 1.0 * (a.v - b.v) / b.v AS videos_change_rate,
  a.s AS saves, b.s AS saves_before, a.s - b.s AS saves_change, 1.0 * (a.s - b.s) / b.s AS saves_change_rate
FROM months a JOIN months b ON b.month = date(a.month, '-1 month')
WHERE a.month BETWEEN '2026-02-01' AND '2026-04-01' ORDER BY a.month;

-- tally: saves by topic during last 8 weeks vs previous top 2 with others, total
WITH sums AS (
  SELECT topic, sum(daily.saves) FILTER (WHERE date >= '2026-08-31') AS s, sum(daily.saves) FILTER (WHERE date < '2026-08-31') AS s0
  FROM daily JOIN videos USING (video) WHERE date BETWEEN '2026-07-06' AND '2026-10-25' GROUP BY topic),
ranked AS (SELECT *, row_number() OVER (ORDER BY s DESC, topic) AS place FROM sums),
lines AS (
  SELECT place, topic, s, s0, 'data' AS row FROM ranked WHERE place <= 2
  UNION ALL SELECT 1000, NULL, sum(s), sum(s0), 'others' FROM ranked WHERE place > 2
  UNION ALL SELECT 1001, NULL, sum(s), sum(s0), 'total' FROM ranked)
SELECT topic, s AS saves, s0 AS saves_before, s - s0 AS saves_change, 1.0 * (s - s0) / s0 AS saves_change_rate, row
FROM lines ORDER BY place;

-- tally: rolling 28 days save_rate by month during 2025-10 to 2026-02 vs year ago
-- The earlier window ends where the compared month does; those of before December 2024 are missing or begin before the data.
WITH RECURSIVE months(month) AS (
  SELECT '2025-10-01' UNION ALL SELECT date(month, '+1 month') FROM months WHERE month < '2026-02-01'),
ends AS (
  SELECT month, date(month, '+1 month', '-1 day') AS last, date(month, '-1 year', '+1 month', '-1 day') AS lastbefore FROM months),
pairs AS (
  SELECT month,
    (SELECT 1.0 * sum(saves) / sum(views) FROM channel WHERE date BETWEEN date(last, '-27 days') AND last) AS a,
    (SELECT 1.0 * sum(saves) / sum(views) FROM channel WHERE date BETWEEN date(lastbefore, '-27 days') AND lastbefore) AS b
  FROM ends)
SELECT month, a AS "rolling 28 days save_rate", b AS "rolling 28 days save_rate_before", a - b AS "rolling 28 days save_rate_change",
  (a - b) / b AS "rolling 28 days save_rate_change_rate"
FROM pairs ORDER BY month;

-- tally: saves by month posted vs previous
-- Totals of a life, of each posting month against those of the month before.
WITH months AS (SELECT substr(posted_day, 1, 7) || '-01' AS month, sum(saves) AS s FROM videos GROUP BY 1)
SELECT a.month AS "month posted", a.s AS saves, b.s AS saves_before, a.s - b.s AS saves_change, 1.0 * (a.s - b.s) / b.s AS saves_change_rate
FROM months a LEFT JOIN months b ON b.month = date(a.month, '-1 month') ORDER BY a.month;

-- tally: saves during last day vs previous
WITH p AS (SELECT (SELECT saves FROM channel WHERE date = '2026-10-29') AS a, (SELECT saves FROM channel WHERE date = '2026-10-28') AS b)
SELECT a AS saves, b AS saves_before, a - b AS saves_change, 1.0 * (a - b) / b AS saves_change_rate FROM p;

-- tally: saves during 2026-W44 vs previous
WITH sums AS (
  SELECT sum(saves) FILTER (WHERE date >= '2026-10-26') AS saves,
    sum(saves) FILTER (WHERE date BETWEEN '2026-10-19' AND '2026-10-22') AS earlier FROM channel)
SELECT saves, earlier AS saves_before, saves - earlier AS saves_change, 1.0 * (saves - earlier) / earlier AS saves_change_rate
FROM sums;

-- tally: saves during 2025-12-15 to 2026-01 vs previous
-- Mixed precision: 48 days with the 48 before.
WITH sums AS (
  SELECT sum(saves) FILTER (WHERE date BETWEEN '2025-12-15' AND '2026-01-31') AS saves,
    sum(saves) FILTER (WHERE date BETWEEN date('2025-12-15', '-48 days') AND '2025-12-14') AS earlier FROM channel)
SELECT saves, earlier AS saves_before, saves - earlier AS saves_change, 1.0 * (saves - earlier) / earlier AS saves_change_rate
FROM sums;

-- tally: saves by month during 2026-04-15 to 2026-05-05 vs previous
-- April is cut to 15-30, so March is read from 15 to 30; May is cut to its first five days.
WITH pairs(month, saves, earlier) AS (VALUES
  ('2026-04-01', (SELECT sum(saves) FROM channel WHERE date BETWEEN '2026-04-15' AND '2026-04-30'),
    (SELECT sum(saves) FROM channel WHERE date BETWEEN '2026-03-15' AND '2026-03-30')),
  ('2026-05-01', (SELECT sum(saves) FROM channel WHERE date BETWEEN '2026-05-01' AND '2026-05-05'),
    (SELECT sum(saves) FROM channel WHERE date BETWEEN '2026-04-01' AND '2026-04-05')))
SELECT month, saves, earlier AS saves_before, saves - earlier AS saves_change, 1.0 * (saves - earlier) / earlier AS saves_change_rate
FROM pairs;

-- tally: saves by month during 2026-01-30 to 2026-03-30 vs previous
-- February is whole and is compared with a whole January; the first 30 days of March with all 28 of February.
WITH pairs(month, saves, earlier) AS (VALUES
  ('2026-01-01', (SELECT sum(saves) FROM channel WHERE date BETWEEN '2026-01-30' AND '2026-01-31'),
    (SELECT sum(saves) FROM channel WHERE date BETWEEN '2025-12-30' AND '2025-12-31')),
  ('2026-02-01', (SELECT sum(saves) FROM channel WHERE date BETWEEN '2026-02-01' AND '2026-02-28'),
    (SELECT sum(saves) FROM channel WHERE date BETWEEN '2026-01-01' AND '2026-01-31')),
  ('2026-03-01', (SELECT sum(saves) FROM channel WHERE date BETWEEN '2026-03-01' AND '2026-03-30'),
    (SELECT sum(saves) FROM channel WHERE date BETWEEN '2026-02-01' AND '2026-02-28')))
SELECT month, saves, earlier AS saves_before, saves - earlier AS saves_change, 1.0 * (saves - earlier) / earlier AS saves_change_rate
FROM pairs;

-- tally: saves during this month vs year ago
-- with: leap
-- options: --as-of 2024-02-29
SELECT column1 AS saves, column2 AS saves_before, column1 - column2 AS saves_change,
  1.0 * (column1 - column2) / column2 AS saves_change_rate
FROM (VALUES ((SELECT sum(saves) FROM daily WHERE date BETWEEN '2024-02-01' AND '2024-02-29'),
  (SELECT sum(saves) FROM daily WHERE date BETWEEN '2023-02-01' AND '2023-02-28')));

-- tally: saves by year vs previous
-- 2025 is whole, and is compared with what there is of 2024.
WITH pairs(year, saves, earlier) AS (VALUES
  ('2024-01-01', (SELECT sum(saves) FROM channel WHERE date < '2025-01-01'), NULL),
  ('2025-01-01', (SELECT sum(saves) FROM channel WHERE date LIKE '2025-%'), (SELECT sum(saves) FROM channel WHERE date < '2025-01-01')),
  ('2026-01-01', (SELECT sum(saves) FROM channel WHERE date LIKE '2026-%'),
    (SELECT sum(saves) FROM channel WHERE date BETWEEN '2025-01-01' AND '2025-10-29')))
SELECT year, saves, earlier AS saves_before, saves - earlier AS saves_change, 1.0 * (saves - earlier) / earlier AS saves_change_rate
FROM pairs;

-- tally: saves during this week vs year ago
-- options: --as-of 2026-05-20
-- Monday to Wednesday, and the same weekdays 364 days earlier.
WITH sums AS (
  SELECT sum(saves) FILTER (WHERE date BETWEEN '2026-05-18' AND '2026-05-20') AS saves,
    sum(saves) FILTER (WHERE date BETWEEN date('2026-05-18', '-364 days') AND date('2026-05-20', '-364 days')) AS earlier FROM channel)
SELECT saves, earlier AS saves_before, saves - earlier AS saves_change, 1.0 * (saves - earlier) / earlier AS saves_change_rate
FROM sums;

-- tally: saves by month during 2026-02-15 to 2026-03-05 vs previous
WITH pairs(month, saves, earlier) AS (VALUES
  ('2026-02-01', (SELECT sum(saves) FROM channel WHERE date BETWEEN '2026-02-15' AND '2026-02-28'),
    (SELECT sum(saves) FROM channel WHERE date BETWEEN '2026-01-15' AND '2026-01-28')),
  ('2026-03-01', (SELECT sum(saves) FROM channel WHERE date BETWEEN '2026-03-01' AND '2026-03-05'),
    (SELECT sum(saves) FROM channel WHERE date BETWEEN '2026-02-01' AND '2026-02-05')))
SELECT month, saves, earlier AS saves_before, saves - earlier AS saves_change, 1.0 * (saves - earlier) / earlier AS saves_change_rate
FROM pairs;

-- data: comings
-- file: videos.csv
--| video,posted,format
--| c1,2026-01-01,tutorial
--| c2,2026-01-10,vlog
--| c3,2026-02-05,
-- file: daily.csv
--| video,date,saves
--| c1,2026-01-01,3
--| c1,2026-02-10,9
--| c1,2026-03-31,4
--| c2,2026-01-10,5
--| c2,2026-03-11,2
--| c3,2026-02-05,7

-- data: leap
-- file: videos.csv
--| video,posted,format
--| d1,2023-01-20,tutorial
--| d2,2023-02-01,vlog
--| d3,2023-02-01,recipe
-- file: daily.csv
--| video,date,saves
--| d1,2023-01-20,1
--| d1,2023-02-28,10
--| d1,2023-03-01,1000
--| d2,2023-02-10,-3
--| d3,2023-02-11,0
--| d1,2024-01-31,4
--| d1,2024-02-29,20
--| d2,2024-02-29,7
--| d3,2024-02-01,6
--| d1,2024-03-29,100
--| d1,2024-03-31,50
