-- Running and rolling: the inner expression worked out anew over all days of the window.
--
-- A rolling window of N days ends on the row's last visible day and reads loaded days before the range; it is missing where
-- it would begin before the first loaded day (2024-11-01 in the channel table, 2024-11-02 in the daily one).

-- tally: running saves by day where title contains "stop doing"
WITH RECURSIVE kept AS (
  SELECT date, saves FROM daily WHERE video IN (SELECT video FROM videos WHERE instr(lower(title), 'stop doing') > 0)),
calendar(day) AS (
  SELECT min(date) FROM kept UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < (SELECT max(date) FROM kept)),
days AS (SELECT day, sum(saves) AS saves FROM calendar LEFT JOIN kept ON date = day GROUP BY day)
SELECT day, sum(saves) OVER (ORDER BY day) AS "running saves" FROM days ORDER BY day;

-- tally: rolling 7 days saves by day during last 90 days
-- Includes days before the range.
WITH RECURSIVE calendar(day) AS (
  SELECT date('2026-10-29', '-89 days') UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-10-29')
SELECT day, (SELECT sum(saves) FROM channel WHERE date BETWEEN date(day, '-6 days') AND day) AS "rolling 7 days saves"
FROM calendar ORDER BY day;

-- tally: rolling 28 days save_rate by week
-- A ratio of sums in each window; the last week is cut on 2026-10-29; the first windows would begin before the data.
WITH weeks AS (SELECT DISTINCT date(date, 'weekday 0', '-6 days') AS week FROM channel),
ends AS (SELECT week, min(date(week, '+6 days'), '2026-10-29') AS last FROM weeks)
SELECT week, CASE WHEN date(last, '-27 days') >= '2024-11-01' THEN
  (SELECT 1.0 * sum(saves) / sum(views) FROM channel WHERE date BETWEEN date(last, '-27 days') AND last)
  END AS "rolling 28 days save_rate"
FROM ends ORDER BY week;

-- tally: rolling 7 days saves, saves by day during 2026-03-06 to 2026-03-20
-- Days that were not loaded are rows; the window skips them.
WITH RECURSIVE calendar(day) AS (
  SELECT '2026-03-06' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-03-20')
SELECT day,
  (SELECT sum(saves) FROM channel WHERE date BETWEEN date(day, '-6 days') AND day) AS "rolling 7 days saves",
  (SELECT saves FROM channel WHERE date = day) AS saves
FROM calendar ORDER BY day;

-- tally: running save_rate, running saves by week during 2026-Q1
SELECT week,
  (SELECT 1.0 * sum(saves) / sum(views) FROM channel WHERE date BETWEEN '2026-01-01' AND last) AS "running save_rate",
  (SELECT sum(saves) FROM channel WHERE date BETWEEN '2026-01-01' AND last) AS "running saves"
FROM (SELECT DISTINCT date(date, 'weekday 0', '-6 days') AS week, min(date(date, 'weekday 0'), '2026-03-31') AS last
  FROM channel WHERE date BETWEEN '2026-01-01' AND '2026-03-31')
ORDER BY week;

-- tally: rolling 7 days videos, running videos by day where topic = "soups" and posted during 2026-03 during 2026-03
-- Distinct videos with a row in the window; before the first one there are none.
WITH RECURSIVE kept AS (
  SELECT date, video FROM daily WHERE video IN (
    SELECT video FROM videos WHERE topic = 'soups' AND posted_day BETWEEN '2026-03-01' AND '2026-03-31')),
calendar(day) AS (SELECT '2026-03-01' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-03-31')
SELECT day,
  (SELECT count(DISTINCT video) FROM kept WHERE date BETWEEN date(day, '-6 days') AND day) AS "rolling 7 days videos",
  (SELECT count(DISTINCT video) FROM kept WHERE date BETWEEN '2026-03-01' AND day) AS "running videos"
FROM calendar ORDER BY day;

-- tally: running saves by format, month during 2026-04 to 2026-07
-- Two groups: each row's window has the days of its own format.
WITH cells AS (
  SELECT format, strftime('%Y-%m-01', date) AS month, sum(daily.saves) AS saves FROM daily JOIN videos USING (video)
  WHERE date BETWEEN '2026-04-01' AND '2026-07-31' GROUP BY 1, 2)
SELECT format, month, sum(saves) OVER (PARTITION BY format ORDER BY month) AS "running saves" FROM cells
ORDER BY format, month;

-- tally: rolling 1 month saves by month during 2026
-- A month back from the day after the last: the same day of the month before; October is cut on the 29th.
WITH months AS (
  SELECT DISTINCT strftime('%Y-%m-01', date) AS month,
    min(date(date, 'start of month', '+1 month', '-1 day'), '2026-10-29') AS last
  FROM channel WHERE date >= '2026-01-01')
SELECT month, (SELECT sum(saves) FROM channel WHERE date >= date(last, '+1 day', '-1 month') AND date <= last)
  AS "rolling 1 month saves"
FROM months ORDER BY month;

-- tally: rolling 2 weeks followers by week during last 6 weeks
-- A level: the last value in the window.
SELECT week, (SELECT followers FROM channel WHERE date <= date(week, '+6 days') ORDER BY date DESC LIMIT 1)
  AS "rolling 2 weeks followers"
FROM (SELECT DISTINCT date(date, 'weekday 0', '-6 days') AS week FROM channel WHERE date BETWEEN '2026-09-14' AND '2026-10-25')
ORDER BY week;

-- tally: rolling 7 days followers by day during 2026-03-08 to 2026-03-20
-- From the gap's last days on, the window's last value is that of 9 March.
WITH RECURSIVE calendar(day) AS (
  SELECT '2026-03-08' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-03-20')
SELECT day, (
  SELECT followers FROM channel WHERE date BETWEEN date(day, '-6 days') AND day AND followers IS NOT NULL
  ORDER BY date DESC LIMIT 1) AS "rolling 7 days followers"
FROM calendar ORDER BY day;

-- tally: rolling 4 weeks saves / 4 as pace, saves by week during last 5 weeks
-- Arithmetic around a window.
WITH weeks AS (SELECT DISTINCT date(date, 'weekday 0', '-6 days') AS week FROM channel
  WHERE date BETWEEN '2026-09-21' AND '2026-10-25')
SELECT week, (SELECT sum(saves) FROM channel WHERE date BETWEEN date(week, '-21 days') AND date(week, '+6 days')) / 4.0 AS pace,
  (SELECT sum(saves) FROM channel WHERE date BETWEEN week AND date(week, '+6 days')) AS saves
FROM weeks ORDER BY week;

-- tally: rolling 4 weeks median saves per video by week where format = "vlog" during last 4 weeks
-- For each window the saves of each video in it, then their median.
WITH weeks AS (SELECT DISTINCT date(date, 'weekday 0', '-6 days') AS week FROM channel
  WHERE date BETWEEN '2026-09-28' AND '2026-10-25'),
each AS (
  SELECT week, video, sum(daily.saves) AS saves FROM weeks
  JOIN daily ON date BETWEEN date(week, '-21 days') AND date(week, '+6 days') JOIN videos USING (video)
  WHERE format = 'vlog' GROUP BY week, video),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY week ORDER BY saves) AS place, count(*) OVER (PARTITION BY week) AS n FROM each)
SELECT week, avg(saves) AS "rolling 4 weeks median saves per video"
FROM ranked WHERE place IN ((n + 1) / 2, n / 2 + 1) GROUP BY week ORDER BY week;

-- tally: running saves by month where posted during 2026
-- with: lifetime
-- Where only totals of a life are loaded, windows go along the posting days.
SELECT month, sum(saves) OVER (ORDER BY month) AS "running saves" FROM (
  SELECT strftime('%Y-%m-01', posted_day) AS month, sum(saves) AS saves FROM videos
  WHERE posted_day >= '2026-01-01' GROUP BY 1) ORDER BY month;

-- tally: running saves by month with total
-- The total row of a window is missing.
WITH months AS (SELECT strftime('%Y-%m-01', date) AS month, sum(saves) AS saves FROM channel GROUP BY 1)
SELECT month, running AS "running saves", row FROM (
  SELECT month, sum(saves) OVER (ORDER BY month) AS running, 'data' AS row FROM months
  UNION ALL SELECT NULL, NULL, 'total') ORDER BY month IS NULL, month;

-- tally: rolling 28 days views, running views by week during 2021-01-18 to 2021-02-28
-- with: youtube
-- The first window would begin on 2020-12-28, three days before the first loaded one.
WITH weeks AS (SELECT DISTINCT date(date, 'weekday 0', '-6 days') AS week FROM channel
  WHERE date BETWEEN '2021-01-18' AND '2021-02-28')
SELECT week,
  CASE WHEN date(week, '-21 days') >= '2020-12-31' THEN
    (SELECT sum(views) FROM channel WHERE date BETWEEN date(week, '-21 days') AND date(week, '+6 days')) END
    AS "rolling 28 days views",
  (SELECT sum(views) FROM channel WHERE date BETWEEN '2021-01-18' AND date(week, '+6 days')) AS "running views"
FROM weeks ORDER BY week;

-- tally: rolling 28 days views by day top 3
-- with: youtube
WITH sums AS (
  SELECT date AS day, sum(views) OVER (ORDER BY date ROWS 27 PRECEDING) AS views, count(*) OVER (ORDER BY date ROWS 27 PRECEDING) AS days
  FROM channel)
SELECT day, views AS "rolling 28 days views" FROM sums WHERE days = 28 ORDER BY views DESC, day LIMIT 3;

-- tally: rolling 4 weeks saves, saves by week, format during last 3 weeks
WITH cells AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week, format, sum(daily.saves) AS saves FROM daily JOIN videos USING (video) GROUP BY 1, 2),
sums AS (
  SELECT week, format, sum(saves) OVER (PARTITION BY format ORDER BY week ROWS 3 PRECEDING) AS month, saves FROM cells)
SELECT week, format, month AS "rolling 4 weeks saves", saves FROM sums
WHERE week BETWEEN '2026-10-05' AND '2026-10-19' ORDER BY week, format;

-- tally: running saves, saves by month during 2026 having saves > 2500
-- `having` hides rows; what ran up includes them.
SELECT month, so_far AS "running saves", saves FROM (
  SELECT month, saves, sum(saves) OVER (ORDER BY month) AS so_far FROM (
    SELECT strftime('%Y-%m-01', date) AS month, sum(saves) AS saves FROM channel WHERE date >= '2026-01-01' GROUP BY 1))
WHERE saves > 2500 ORDER BY month;

-- tally: running saves by week, hook during last 2 weeks where topic = "sourdough"
WITH cells AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week, hook, sum(daily.saves) AS saves FROM daily JOIN videos USING (video)
  WHERE topic = 'sourdough' AND date BETWEEN '2026-10-12' AND '2026-10-25' GROUP BY 1, 2)
SELECT week, hook, sum(saves) OVER (PARTITION BY hook ORDER BY week) AS "running saves" FROM cells
ORDER BY week, hook IS NULL, hook;

-- tally: rolling 4 weeks saves by week during 2026-08
-- with: lifetime
-- The last week ends with the range.
WITH ends(week, last) AS (VALUES ('2026-07-27', '2026-08-02'), ('2026-08-03', '2026-08-09'), ('2026-08-10', '2026-08-16'),
  ('2026-08-17', '2026-08-23'), ('2026-08-24', '2026-08-30'), ('2026-08-31', '2026-08-31'))
SELECT week, (SELECT sum(saves) FROM videos WHERE posted_day BETWEEN date(last, '-27 days') AND last) AS "rolling 4 weeks saves"
FROM ends ORDER BY week;

-- tally: running median saves per video, running videos by month where topic = "knife skills" during 2026-06 to 2026-09
WITH months AS (SELECT DISTINCT substr(date, 1, 7) AS month FROM channel WHERE date BETWEEN '2026-06-01' AND '2026-09-30'),
each AS (
  SELECT month, video, sum(daily.saves) AS saves FROM months JOIN daily ON date >= '2026-06-01' AND substr(date, 1, 7) <= month
  JOIN videos USING (video) WHERE topic = 'knife skills' GROUP BY month, video),
ranked AS (SELECT *, row_number() OVER (PARTITION BY month ORDER BY saves) AS place, count(*) OVER (PARTITION BY month) AS n FROM each)
SELECT month || '-01' AS month, avg(saves) FILTER (WHERE place IN ((n + 1) / 2, n / 2 + 1)) AS "running median saves per video",
  count(*) AS "running videos"
FROM ranked GROUP BY month ORDER BY month;

-- tally: rolling 7 days saves, saves by day during 2026-09 top 3 with others, total
WITH days AS (
  SELECT date AS day, saves, (SELECT sum(saves) FROM channel b WHERE b.date BETWEEN date(a.date, '-6 days') AND a.date) AS rolling
  FROM channel a WHERE date BETWEEN '2026-09-01' AND '2026-09-30'),
ranked AS (SELECT *, row_number() OVER (ORDER BY rolling DESC, day) AS place FROM days)
SELECT day, rolling AS "rolling 7 days saves", saves, row FROM (
  SELECT place, day, rolling, saves, 'data' AS row FROM ranked WHERE place <= 3
  UNION ALL SELECT 100, NULL, NULL, sum(saves), 'others' FROM ranked WHERE place > 3
  UNION ALL SELECT 101, NULL, NULL, sum(saves), 'total' FROM ranked) ORDER BY place;
