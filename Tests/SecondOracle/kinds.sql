-- Running totals, levels, weighted means and unique counts: columns that may not simply be added up.

-- tally: saves by week
-- first: column saves in daily is running total
-- with: totals
-- Steps from row to row of a video. The first row counts whole where the video was posted inside the loaded days (k2), else not
-- (k1); a step over missing days belongs to the later day; a step down is kept.
WITH RECURSIVE steps AS (
  SELECT video, date, saves - CASE WHEN lag(saves) OVER days IS NULL AND posted_day >= '2026-01-05' THEN 0
    ELSE lag(saves) OVER days END AS step
  FROM daily JOIN videos USING (video) WHERE saves IS NOT NULL WINDOW days AS (PARTITION BY video ORDER BY date)),
calendar(week) AS (SELECT '2026-01-05' UNION ALL SELECT date(week, '+7 days') FROM calendar WHERE week < '2026-01-26')
SELECT week, sum(step) AS saves FROM calendar LEFT JOIN steps ON date(date, 'weekday 0', '-6 days') = week GROUP BY week ORDER BY week;

-- tally: saves by video, day
-- first: column saves in daily is running total
-- with: totals
SELECT daily.video, date AS day, CASE WHEN saves IS NOT NULL THEN saves - coalesce(
    (SELECT e.saves FROM daily e WHERE e.video = daily.video AND e.date < daily.date AND e.saves IS NOT NULL
      ORDER BY e.date DESC LIMIT 1),
    CASE WHEN posted_day >= '2026-01-05' THEN 0 END) END AS saves
FROM daily JOIN videos USING (video) ORDER BY daily.video, date;

-- tally: saves by format during 2026-01-12 to 2026-01-18
-- first: column saves in daily is running total
-- with: totals
-- The step into the range is taken from the last value before it.
WITH steps AS (
  SELECT video, date, saves - lag(saves) OVER (PARTITION BY video ORDER BY date) AS step FROM daily WHERE saves IS NOT NULL)
SELECT format, sum(step) AS saves FROM steps JOIN videos USING (video) WHERE date BETWEEN '2026-01-12' AND '2026-01-18'
GROUP BY format ORDER BY 2 DESC, format;

-- tally: videos by video where saves > 100 sort by video
-- first: column saves in daily is running total
-- with: totals
-- In `where` the last value of the life: k1 has 1090, k2 has 70, k3 has 130.
SELECT video, 1 AS videos FROM daily d
WHERE saves > 100 AND date = (SELECT max(date) FROM daily e WHERE e.video = d.video AND saves IS NOT NULL) ORDER BY video;

-- tally: running saves by day where format = "vlog" during 2026-01-12 to 2026-01-16
-- first: column saves in daily is running total
-- with: totals
WITH RECURSIVE steps AS (
  SELECT video, date, saves - coalesce(lag(saves) OVER (PARTITION BY video ORDER BY date), 0) AS step FROM daily
  WHERE saves IS NOT NULL AND video <> 'k1'),
calendar(day) AS (SELECT '2026-01-12' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-01-16')
SELECT day, (SELECT sum(step) FROM steps WHERE date BETWEEN '2026-01-12' AND day AND video IN (
  SELECT video FROM videos WHERE format = 'vlog')) AS "running saves" FROM calendar ORDER BY day;

-- tally: saves within 3 days by video
-- first: column saves in daily is running total
-- with: totals
-- k1 was posted before the first loaded day.
SELECT video, CASE video WHEN 'k2' THEN 60 WHEN 'k3' THEN 90 END AS "saves within 3 days" FROM videos
ORDER BY 2 DESC NULLS LAST, video;

-- tally: average_watch by format with total
-- first: column average_watch in daily is rate weighted by views
-- with: weights
-- A weighted mean over the rows with both; without any weight it is missing.
WITH parts AS (
  SELECT format, 1.0 * sum(average_watch * daily.views) / nullif(sum(daily.views) FILTER (WHERE average_watch IS NOT NULL), 0) AS watch
  FROM daily JOIN videos USING (video) GROUP BY format)
SELECT format, watch AS average_watch, 'data' AS row FROM (SELECT * FROM parts ORDER BY watch IS NULL, watch DESC, format)
UNION ALL
SELECT NULL, 1.0 * sum(average_watch * views) / sum(views) FILTER (WHERE average_watch IS NOT NULL), 'total' FROM daily;

-- tally: average_watch by week vs previous
-- first: column average_watch in daily is rate weighted by views
-- with: weights
WITH weeks AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week,
    1.0 * sum(average_watch * views) / sum(views) FILTER (WHERE average_watch IS NOT NULL) AS watch
  FROM daily GROUP BY 1)
SELECT a.week, a.watch AS average_watch, b.watch AS average_watch_before, a.watch - b.watch AS average_watch_change,
  CASE WHEN b.watch > 0 THEN a.watch / b.watch - 1 END AS average_watch_change_rate
FROM weeks a LEFT JOIN weeks b ON b.week = date(a.week, '-7 days') ORDER BY a.week;

-- tally: rolling 2 weeks average_watch by week
-- first: column average_watch in daily is rate weighted by views
-- with: weights
-- Weighted anew over each window. The first would begin before the first loaded day; the last ends on the last one, 20 January.
WITH ends AS (
  SELECT DISTINCT date(date, 'weekday 0', '-6 days') AS week, min(date(date, 'weekday 0'), '2026-01-20') AS last FROM daily)
SELECT week, CASE WHEN date(last, '-13 days') >= '2026-01-05' THEN (
  SELECT 1.0 * sum(average_watch * views) / sum(views) FILTER (WHERE average_watch IS NOT NULL) FROM daily
  WHERE date BETWEEN date(last, '-13 days') AND last) END AS "rolling 2 weeks average_watch"
FROM ends ORDER BY week;

-- tally: videos by video where average_watch > 9 sort by video
-- first: column average_watch in daily is rate weighted by views
-- with: weights
SELECT video, 1 AS videos FROM daily GROUP BY video
HAVING 1.0 * sum(average_watch * views) / sum(views) FILTER (WHERE average_watch IS NOT NULL) > 9 ORDER BY video;

-- tally: followers by week
-- with: levels
-- A level by week is the last value in it.
WITH RECURSIVE ends AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week, followers,
    row_number() OVER (PARTITION BY date(date, 'weekday 0', '-6 days') ORDER BY date DESC) AS place
  FROM channel WHERE followers IS NOT NULL),
calendar(week) AS (SELECT '2026-01-05' UNION ALL SELECT date(week, '+7 days') FROM calendar WHERE week < '2026-01-26')
SELECT week, followers FROM calendar LEFT JOIN (SELECT * FROM ends WHERE place = 1) USING (week) ORDER BY week;

-- tally: followers by week vs previous missing as previous
-- with: levels
SELECT column1 AS week, column2 AS followers, column3 AS followers_before, column2 - column3 AS followers_change,
  1.0 * (column2 - column3) / column3 AS followers_change_rate
FROM (VALUES ('2026-01-05', 110, NULL), ('2026-01-12', 120, 110), ('2026-01-19', 120, 120), ('2026-01-26', 90, 120));

-- tally: followers, views during 2026-01-05 to 2026-01-14
-- with: levels
-- The last value of the range that there is, and the sum.
SELECT (SELECT followers FROM channel WHERE date <= '2026-01-14' AND followers IS NOT NULL ORDER BY date DESC LIMIT 1) AS followers,
  sum(views) AS views FROM channel WHERE date <= '2026-01-14';

-- tally: average followers per day, highest followers per week
-- with: levels
-- Whole weeks: the last one is cut.
SELECT avg(followers) AS "average followers per day", 120 AS "highest followers per week" FROM channel;

-- tally: views / followers as per_head by day
-- with: levels
-- On the same day.
WITH RECURSIVE calendar(day) AS (
  SELECT '2026-01-05' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-01-27')
SELECT day, 1.0 * views / followers AS per_head FROM calendar LEFT JOIN channel ON date = day ORDER BY day;

-- tally: reach, views / reach as frequency by day
-- with: levels
WITH RECURSIVE calendar(day) AS (
  SELECT '2026-01-05' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-01-27')
SELECT day, reach, 1.0 * views / reach AS frequency FROM calendar LEFT JOIN channel ON date = day ORDER BY day;

-- tally: average reach per day, highest reach per day by month
-- with: levels
SELECT strftime('%Y-%m-01', date) AS month, avg(reach) AS "average reach per day", max(reach) AS "highest reach per day" FROM channel
GROUP BY 1 ORDER BY 1;

-- tally: views by week
-- first: column views in channel is running total
-- with: counters
-- In the channel table the first value is where counting starts.
WITH RECURSIVE steps AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week, views - lag(views) OVER (ORDER BY date) AS step FROM channel WHERE views IS NOT NULL),
calendar(week) AS (SELECT '2026-01-05' UNION ALL SELECT date(week, '+7 days') FROM calendar WHERE week < '2026-02-02')
SELECT week, sum(step) AS views FROM calendar LEFT JOIN steps USING (week) GROUP BY week ORDER BY week;

-- tally: views, likes, likes / views as like_rate2 by day during 2026-01-05 to 2026-01-12
-- first: column views in channel is running total
-- with: counters
-- The ratio needs a day with both.
WITH RECURSIVE steps AS (SELECT date, views - lag(views) OVER (ORDER BY date) AS step FROM channel WHERE views IS NOT NULL),
calendar(day) AS (SELECT '2026-01-05' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-01-12')
SELECT day, step AS views, likes, 1.0 * likes / nullif(step, 0) AS like_rate2
FROM calendar LEFT JOIN channel ON channel.date = day LEFT JOIN steps ON steps.date = day ORDER BY day;

-- tally: running views, rolling 7 days views by week
-- first: column views in channel is running total
-- with: counters
WITH RECURSIVE steps AS (SELECT date, views - lag(views) OVER (ORDER BY date) AS step FROM channel WHERE views IS NOT NULL),
calendar(week) AS (SELECT '2026-01-05' UNION ALL SELECT date(week, '+7 days') FROM calendar WHERE week < '2026-02-02'),
ends AS (SELECT week, min(date(week, '+6 days'), '2026-02-03') AS last FROM calendar)
SELECT week, (SELECT sum(step) FROM steps WHERE date <= last) AS "running views",
  CASE WHEN date(last, '-6 days') >= '2026-01-05' THEN (SELECT sum(step) FROM steps WHERE date BETWEEN date(last, '-6 days') AND last) END
    AS "rolling 7 days views"
FROM ends ORDER BY week;

-- tally: views by week vs previous missing as zero
-- first: column views in channel is running total
-- with: counters
WITH RECURSIVE steps AS (
  SELECT date, views - lag(views) OVER (ORDER BY date) AS step FROM channel WHERE views IS NOT NULL),
calendar(week) AS (SELECT '2026-01-05' UNION ALL SELECT date(week, '+7 days') FROM calendar WHERE week < '2026-02-02'),
pairs AS (
  SELECT week, coalesce((SELECT sum(step) FROM steps WHERE date BETWEEN week AND date(week, '+6 days')), 0) AS a,
    CASE WHEN week > '2026-01-05' THEN coalesce((SELECT sum(step) FROM steps
      WHERE date BETWEEN date(week, '-7 days') AND CASE week WHEN '2026-02-02' THEN date(week, '-6 days') ELSE date(week, '-1 day') END), 0) END AS b
  FROM calendar)
SELECT week, a AS views, b AS views_before, a - b AS views_change, CASE WHEN b > 0 THEN 1.0 * (a - b) / b END AS views_change_rate
FROM pairs ORDER BY week;

-- tally: average views per day, highest views per day
-- first: column views in channel is running total
-- with: counters
WITH steps AS (SELECT date, views - lag(views) OVER (ORDER BY date) AS step FROM channel WHERE views IS NOT NULL)
SELECT avg(step) AS "average views per day", max(step) AS "highest views per day" FROM steps;

-- tally: subscribers by video, day
-- first: column subscribers in daily is snapshot
-- with: eachlevel
SELECT video, date AS day, subscribers FROM daily ORDER BY video, date;

-- tally: subscribers by video during 2026-01-01 to 2026-01-07
-- first: column subscribers in daily is snapshot
-- with: eachlevel
-- A level of a video is its last value.
WITH ends AS (
  SELECT video, subscribers, row_number() OVER (PARTITION BY video ORDER BY date DESC) AS place FROM daily
  WHERE date <= '2026-01-07' AND subscribers IS NOT NULL)
SELECT video, subscribers FROM ends WHERE place = 1 ORDER BY subscribers DESC, video;

-- tally: subscribers by video, week
-- first: column subscribers in daily is snapshot
-- with: eachlevel
WITH ends AS (
  SELECT video, date(date, 'weekday 0', '-6 days') AS week, subscribers,
    row_number() OVER (PARTITION BY video, date(date, 'weekday 0', '-6 days') ORDER BY subscribers IS NULL, date DESC) AS place FROM daily)
SELECT video, week, subscribers FROM ends WHERE place = 1 ORDER BY video, week;

-- tally: videos where subscribers > 12
-- first: column subscribers in daily is snapshot
-- with: eachlevel
WITH ends AS (
  SELECT video, subscribers, row_number() OVER (PARTITION BY video ORDER BY date DESC) AS place FROM daily WHERE subscribers IS NOT NULL)
SELECT count(*) AS videos FROM ends WHERE place = 1 AND subscribers > 12;

-- data: totals
-- file: videos.csv
--| video,posted,format
--| k1,2025-12-20,tutorial
--| k2,2026-01-06,vlog
--| k3,2026-01-10,vlog
-- file: daily.csv
--| video,date,saves
--| k1,2026-01-05,1000
--| k1,2026-01-06,1010
--| k1,2026-01-07,
--| k1,2026-01-09,1040
--| k1,2026-01-13,1030
--| k1,2026-01-28,1090
--| k2,2026-01-06,50
--| k2,2026-01-08,60
--| k2,2026-01-12,65
--| k2,2026-01-15,70
--| k3,2026-01-11,90
--| k3,2026-01-14,120
--| k3,2026-01-18,130

-- data: weights
-- file: videos.csv
--| video,posted,format
--| m1,2026-01-01,tutorial
--| m2,2026-01-01,tutorial
--| m3,2026-01-01,vlog
-- file: daily.csv
--| video,date,views,average_watch
--| m1,2026-01-05,100,8
--| m1,2026-01-06,300,12.5
--| m1,2026-01-13,50,
--| m2,2026-01-07,1000,3
--| m2,2026-01-20,10,31
--| m3,2026-01-08,0,7
--| m3,2026-01-14,5,

-- data: levels
-- file: channel.csv
--| date,followers,views,reach
--| 2026-01-05,100,10,7
--| 2026-01-07,115,20,11
--| 2026-01-11,110,30,13
--| 2026-01-12,120,40,29
--| 2026-01-14,,50,31
--| 2026-01-27,90,60,43

-- data: counters
-- file: channel.csv
--| date,views,likes
--| 2026-01-05,1000,3
--| 2026-01-06,1010,
--| 2026-01-08,1050,4
--| 2026-01-09,,5
--| 2026-01-12,1045,6
--| 2026-01-13,1100,7
--| 2026-01-28,1400,8
--| 2026-02-02,1405,9
--| 2026-02-03,1430,10

-- data: eachlevel
-- file: daily.csv
--| video,date,subscribers
--| x1,2026-01-05,10
--| x1,2026-01-06,15
--| x1,2026-01-07,
--| x1,2026-01-12,12
--| x2,2026-01-06,20
--| x2,2026-01-13,18
--| x3,2026-01-14,
