-- Averages, medians, percentiles and spreads over videos, days, weeks and months.
--
-- A percentile interpolates between ranks: with n values and rank p * (n - 1), counted from 0, each value weighs 1 less its
-- distance from that rank, and nothing from 1 on.

-- tally: median saves per video by format
WITH ranked AS (
  SELECT format, saves, row_number() OVER (PARTITION BY format ORDER BY saves) AS place,
    count(*) OVER (PARTITION BY format) AS n FROM videos)
SELECT format, avg(saves) AS "median saves per video" FROM ranked WHERE place IN ((n + 1) / 2, n / 2 + 1)
GROUP BY format ORDER BY 2 DESC, format;

-- tally: p90 saves per video by sound having videos >= 40
WITH ranked AS (
  SELECT sound, saves, row_number() OVER (PARTITION BY sound ORDER BY saves) - 1 AS place,
    count(*) OVER (PARTITION BY sound) AS n FROM videos)
SELECT sound, sum(saves * max(0, 1 - abs(place - 0.9 * (n - 1)))) AS "p90 saves per video" FROM ranked
GROUP BY sound HAVING count(*) >= 40 ORDER BY 2 DESC, sound;

-- tally: spread saves per video, lowest saves per video, highest saves per video by topic with total
WITH both AS (SELECT 'data' AS row, topic, saves FROM videos UNION ALL SELECT 'total', NULL, saves FROM videos),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY row, topic ORDER BY saves) - 1 AS place,
    count(*) OVER (PARTITION BY row, topic) AS n FROM both)
SELECT topic,
  sum(saves * max(0, 1 - abs(place - 0.75 * (n - 1)))) - sum(saves * max(0, 1 - abs(place - 0.25 * (n - 1))))
    AS "spread saves per video",
  min(saves) AS "lowest saves per video", max(saves) AS "highest saves per video", row
FROM ranked GROUP BY row, topic ORDER BY row, 2 DESC, topic;

-- tally: median save_rate per video, average save_rate per video, save_rate by format
-- The middle and the mean of the videos' rates beside the rate of the sums.
WITH ranked AS (
  SELECT format, saves, views, 1.0 * saves / views AS rate,
    row_number() OVER (PARTITION BY format ORDER BY 1.0 * saves / views) AS place,
    count(*) OVER (PARTITION BY format) AS n FROM videos)
SELECT format, avg(rate) FILTER (WHERE place IN ((n + 1) / 2, n / 2 + 1)) AS "median save_rate per video",
  avg(rate) AS "average save_rate per video", 1.0 * sum(saves) / sum(views) AS save_rate
FROM ranked GROUP BY format ORDER BY 2 DESC, format;

-- tally: average saves per day by month during 2026
-- Over the days that were loaded: 27 in March.
SELECT strftime('%Y-%m-01', date) AS month, avg(saves) AS "average saves per day" FROM channel WHERE date >= '2026-01-01'
GROUP BY 1 ORDER BY 1;

-- tally: average saves per day by format during last 90 days
-- Over the days with a row of the format.
WITH days AS (
  SELECT format, date, sum(daily.saves) AS saves FROM daily JOIN videos USING (video)
  WHERE date >= date('2026-10-29', '-89 days') GROUP BY format, date)
SELECT format, avg(saves) AS "average saves per day" FROM days GROUP BY format ORDER BY 2 DESC, format;

-- tally: average saves per week, highest saves per week by format during 2026-04-15 to 2026-06-15
-- Whole weeks of the range only: from 20 April to 14 June.
WITH weeks AS (
  SELECT format, date(date, 'weekday 0', '-6 days') AS week, sum(daily.saves) AS saves FROM daily JOIN videos USING (video)
  WHERE date BETWEEN '2026-04-20' AND '2026-06-14' GROUP BY 1, 2)
SELECT format, avg(saves) AS "average saves per week", max(saves) AS "highest saves per week" FROM weeks
GROUP BY format ORDER BY 2 DESC, format;

-- tally: average saves per week by month during 2026-05 to 2026-07
-- A week belongs to the month of its first day, with all its days; the first whole one begins on 4 May.
WITH weeks AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week, sum(saves) AS saves FROM channel
  WHERE date BETWEEN '2026-05-04' AND '2026-07-26' GROUP BY 1)
SELECT strftime('%Y-%m-01', week) AS month, avg(saves) AS "average saves per week" FROM weeks GROUP BY 1 ORDER BY 1;

-- tally: median saves per month, p10 saves per month by year
-- Whole months: October 2026 is cut.
WITH months AS (
  SELECT strftime('%Y-01-01', date) AS year, strftime('%Y-%m-01', date) AS month, sum(saves) AS saves FROM channel
  WHERE date < '2026-10-01' GROUP BY 2),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY year ORDER BY saves) - 1 AS place, count(*) OVER (PARTITION BY year) AS n FROM months)
SELECT year, sum(saves * max(0, 1 - abs(place - 0.5 * (n - 1)))) AS "median saves per month",
  sum(saves * max(0, 1 - abs(place - 0.1 * (n - 1)))) AS "p10 saves per month"
FROM ranked GROUP BY year ORDER BY year;

-- tally: median saves per video by week where topic = "soups" during last 6 weeks
-- Over the videos with a row in that week, each with its saves of the week.
WITH each AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week, video, sum(daily.saves) AS saves FROM daily JOIN videos USING (video)
  WHERE topic = 'soups' AND date BETWEEN '2026-09-14' AND '2026-10-25' GROUP BY 1, 2),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY week ORDER BY saves) AS place, count(*) OVER (PARTITION BY week) AS n FROM each)
SELECT week, avg(saves) AS "median saves per video" FROM ranked WHERE place IN ((n + 1) / 2, n / 2 + 1)
GROUP BY week ORDER BY week;

-- tally: average videos per month by format during 2026-Q2
WITH months AS (
  SELECT format, strftime('%Y-%m-01', date) AS month, count(DISTINCT video) AS videos FROM daily JOIN videos USING (video)
  WHERE date BETWEEN '2026-04-01' AND '2026-06-30' GROUP BY 1, 2)
SELECT format, avg(videos) AS "average videos per month" FROM months GROUP BY format ORDER BY 2 DESC, format;

-- tally: highest followers per month, average followers per day by year
-- A level's value of a month is its last one there.
WITH ends AS (
  SELECT date, followers, row_number() OVER (PARTITION BY substr(date, 1, 7) ORDER BY date DESC) AS place FROM channel),
months AS (SELECT substr(date, 1, 4) AS year, max(followers) AS followers FROM ends WHERE place = 1 AND date < '2026-10-01' GROUP BY 1),
days AS (SELECT substr(date, 1, 4) AS year, avg(followers) AS followers FROM channel GROUP BY 1)
SELECT year || '-01-01' AS year, months.followers AS "highest followers per month", days.followers AS "average followers per day"
FROM months JOIN days USING (year) ORDER BY 1;

-- tally: median saves per video by format during last 4 weeks vs previous
WITH each AS (
  SELECT format, video, date >= '2026-09-28' AS current, sum(daily.saves) AS saves FROM daily JOIN videos USING (video)
  WHERE date BETWEEN '2026-08-31' AND '2026-10-25' GROUP BY 1, 2, 3),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY format, current ORDER BY saves) AS place,
    count(*) OVER (PARTITION BY format, current) AS n FROM each),
pairs AS (
  SELECT format, avg(saves) FILTER (WHERE current) AS a, avg(saves) FILTER (WHERE NOT current) AS b FROM ranked
  WHERE place IN ((n + 1) / 2, n / 2 + 1) GROUP BY format)
SELECT format, a AS "median saves per video", b AS "median saves per video_before", a - b AS "median saves per video_change",
  CASE WHEN b > 0 THEN (a - b) / b END AS "median saves per video_change_rate"
FROM pairs ORDER BY a DESC, format;

-- tally: median views per day, spread views per day by month
-- with: youtube
WITH ranked AS (
  SELECT substr(date, 1, 7) || '-01' AS month, views, row_number() OVER (PARTITION BY substr(date, 1, 7) ORDER BY views) - 1 AS place,
    count(*) OVER (PARTITION BY substr(date, 1, 7)) AS n FROM channel)
SELECT month, sum(views * max(0, 1 - abs(place - 0.5 * (n - 1)))) AS "median views per day",
  sum(views * max(0, 1 - abs(place - 0.75 * (n - 1)))) - sum(views * max(0, 1 - abs(place - 0.25 * (n - 1))))
    AS "spread views per day"
FROM ranked GROUP BY month ORDER BY month;

-- tally: average views per week, p95 views per week
-- with: youtube
-- The 51 whole weeks.
WITH weeks AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week, sum(views) AS views FROM channel
  WHERE date BETWEEN '2021-01-04' AND '2021-12-26' GROUP BY 1),
ranked AS (SELECT views, row_number() OVER (ORDER BY views) - 1 AS place, count(*) OVER () AS n FROM weeks)
SELECT avg(views) AS "average views per week", sum(views * max(0, 1 - abs(place - 0.95 * (n - 1)))) AS "p95 views per week"
FROM ranked;

-- tally: highest views per day, lowest views per day by quarter
-- with: youtube
SELECT printf('%s-%02d-01', strftime('%Y', date), (strftime('%m', date) - 1) / 3 * 3 + 1) AS quarter,
  max(views) AS "highest views per day", min(views) AS "lowest views per day"
FROM channel GROUP BY 1 ORDER BY 1;

-- tally: average saves per day by weekday
SELECT CASE strftime('%w', date) WHEN '0' THEN 'Sunday' WHEN '1' THEN 'Monday' WHEN '2' THEN 'Tuesday'
    WHEN '3' THEN 'Wednesday' WHEN '4' THEN 'Thursday' WHEN '5' THEN 'Friday' ELSE 'Saturday' END AS weekday,
  avg(saves) AS "average saves per day"
FROM channel GROUP BY 1 ORDER BY (strftime('%w', date) + 6) % 7;

-- tally: average saves per video by month during 2026-05 to 2026-07 with total
-- In a month over each video's saves of the month, in the total over those of the three months.
WITH each AS (
  SELECT strftime('%Y-%m-01', date) AS month, video, sum(saves) AS saves FROM daily
  WHERE date BETWEEN '2026-05-01' AND '2026-07-31' GROUP BY 1, 2)
SELECT month, avg(saves) AS "average saves per video", 'data' AS row FROM each GROUP BY month
UNION ALL SELECT NULL, avg(saves), 'total' FROM (SELECT sum(saves) AS saves FROM each GROUP BY video);

-- tally: average saves per day by weekday posted during 2026-Q3
-- For videos posted on a weekday, the days on which one of them has a row.
WITH days AS (
  SELECT (strftime('%w', posted_day) + 6) % 7 AS weekday, date, sum(daily.saves) AS saves FROM daily JOIN videos USING (video)
  WHERE date BETWEEN '2026-07-01' AND '2026-09-30' GROUP BY 1, 2)
SELECT CASE weekday WHEN 0 THEN 'Monday' WHEN 1 THEN 'Tuesday' WHEN 2 THEN 'Wednesday' WHEN 3 THEN 'Thursday'
    WHEN 4 THEN 'Friday' WHEN 5 THEN 'Saturday' ELSE 'Sunday' END AS "weekday posted", avg(saves) AS "average saves per day"
FROM days GROUP BY weekday ORDER BY weekday;

-- tally: p1 views per video, p99 views per video by hook having median views per video > 4000
WITH ranked AS (
  SELECT hook, views, row_number() OVER (PARTITION BY hook ORDER BY views) - 1 AS place, count(*) OVER (PARTITION BY hook) AS n
  FROM videos)
SELECT hook, sum(views * max(0, 1 - abs(place - 0.01 * (n - 1)))) AS "p1 views per video",
  sum(views * max(0, 1 - abs(place - 0.99 * (n - 1)))) AS "p99 views per video"
FROM ranked GROUP BY hook HAVING sum(views * max(0, 1 - abs(place - 0.5 * (n - 1)))) > 4000
ORDER BY hook IS NULL, 2 DESC, hook;

-- tally: average saves within 7 days per video, videos by month posted
-- Counted are all videos of the month, the mean is over those whose first week is loaded.
WITH first AS (
  SELECT video, sum(daily.saves) AS early FROM videos JOIN daily USING (video)
  WHERE posted_day <= date('2026-10-29', '-6 days') AND date BETWEEN posted_day AND date(posted_day, '+6 days') GROUP BY video)
SELECT strftime('%Y-%m-01', posted_day) AS "month posted", avg(early) AS "average saves within 7 days per video",
  count(*) AS videos
FROM videos LEFT JOIN first USING (video) GROUP BY 1 ORDER BY 1;

-- tally: spread saves per video, median saves per video, videos by sound where topic = "budget meals" and hook = "mistake"
-- Groups of one video: the spread is 0, the middle the value.
WITH ranked AS (
  SELECT sound, saves, row_number() OVER (PARTITION BY sound ORDER BY saves) - 1 AS place,
    count(*) OVER (PARTITION BY sound) AS n FROM videos WHERE topic = 'budget meals' AND hook = 'mistake')
SELECT sound,
  sum(saves * max(0.0, 1 - abs(place - 0.75 * (n - 1)))) - sum(saves * max(0.0, 1 - abs(place - 0.25 * (n - 1))))
    AS "spread saves per video",
  sum(saves * max(0.0, 1 - abs(place - 0.5 * (n - 1)))) AS "median saves per video", count(*) AS videos
FROM ranked GROUP BY sound ORDER BY 2 DESC, sound;

-- tally: average saves per month by week during 2026-04 to 2026-06
-- Every day stays in its own week: a week that two months share holds a part of each.
WITH parts AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week, sum(saves) AS saves FROM channel
  WHERE date BETWEEN '2026-04-01' AND '2026-06-30' GROUP BY week, substr(date, 1, 7))
SELECT week, avg(saves) AS "average saves per month" FROM parts GROUP BY week ORDER BY week;

-- tally: lowest saves per day, highest saves per day by video where format = "vlog" and posted during 2026-09
SELECT video, min(daily.saves) AS "lowest saves per day", max(daily.saves) AS "highest saves per day" FROM daily JOIN videos USING (video)
WHERE format = 'vlog' AND posted_day LIKE '2026-09-%' GROUP BY video ORDER BY 2 DESC, video;

-- tally: average saves per week, highest saves per week
-- with: lifetime
-- Weeks of posting, wholly between the first posting, a Saturday, and the last, a Sunday.
SELECT avg(saves) AS "average saves per week", max(saves) AS "highest saves per week" FROM (
  SELECT sum(saves) AS saves FROM videos WHERE posted_day BETWEEN '2024-11-04' AND '2026-10-25'
  GROUP BY date(posted_day, 'weekday 0', '-6 days'));

-- tally: median saves per video, videos by topic top 1 with others, total
-- The others are one group: the middle of all their videos.
WITH sums AS (SELECT topic, count(*) AS n FROM videos GROUP BY topic),
ranked AS (
  SELECT topic, saves, row_number() OVER (PARTITION BY topic ORDER BY saves) - 1 AS place, count(*) OVER (PARTITION BY topic) AS n
  FROM videos),
medians AS (SELECT topic, sum(saves * max(0.0, 1 - abs(place - 0.5 * (n - 1)))) AS m FROM ranked GROUP BY topic),
best AS (SELECT topic FROM medians ORDER BY m DESC, topic LIMIT 1),
both AS (
  SELECT 0 AS part, topic, saves FROM videos WHERE topic IN (SELECT topic FROM best)
  UNION ALL SELECT 1, NULL, saves FROM videos WHERE topic NOT IN (SELECT topic FROM best)
  UNION ALL SELECT 2, NULL, saves FROM videos),
places AS (
  SELECT part, topic, saves, row_number() OVER (PARTITION BY part ORDER BY saves) - 1 AS place, count(*) OVER (PARTITION BY part) AS n FROM both)
SELECT topic, sum(saves * max(0.0, 1 - abs(place - 0.5 * (n - 1)))) AS "median saves per video", count(*) AS videos,
  CASE part WHEN 0 THEN 'data' WHEN 1 THEN 'others' ELSE 'total' END AS row
FROM places GROUP BY part ORDER BY part;

-- tally: average saves per day, highest saves per day by format during last 30 days top 1 with others, total
-- A day of the others is the sum of their saves on that day.
WITH days AS (
  SELECT format, date, sum(daily.saves) AS saves FROM daily JOIN videos USING (video) WHERE date >= date('2026-10-29', '-29 days') GROUP BY 1, 2),
best AS (SELECT format FROM days GROUP BY format ORDER BY avg(saves) DESC, format LIMIT 1),
lines AS (
  SELECT 0 AS part, format, date, saves FROM days WHERE format IN (SELECT format FROM best)
  UNION ALL SELECT 1, NULL, date, sum(saves) FROM days WHERE format NOT IN (SELECT format FROM best) GROUP BY date
  UNION ALL SELECT 2, NULL, date, sum(saves) FROM days GROUP BY date)
SELECT format, avg(saves) AS "average saves per day", max(saves) AS "highest saves per day",
  CASE part WHEN 0 THEN 'data' WHEN 1 THEN 'others' ELSE 'total' END AS row
FROM lines GROUP BY part ORDER BY part;

-- tally: average saves per week by month during 2026-05 to 2026-07 vs previous with total
-- Weeks go by the month of their first day, and are read from all loaded days where they are compared; the total has each week once.
WITH weeks AS (SELECT date(date, 'weekday 0', '-6 days') AS week, sum(saves) AS saves FROM channel GROUP BY 1),
months(month, first, last) AS (VALUES ('2026-05-01', '2026-05-04', '2026-05-25'), ('2026-06-01', '2026-06-01', '2026-06-29'),
  ('2026-07-01', '2026-07-06', '2026-07-20')),
sides AS (
  SELECT month, (SELECT avg(saves) FROM weeks WHERE week BETWEEN first AND last) AS a,
    (SELECT avg(saves) FROM weeks WHERE week >= date(month, '-1 month') AND week < month) AS b FROM months)
SELECT month, a AS "average saves per week", b AS "average saves per week_before", a - b AS "average saves per week_change",
  (a - b) / b AS "average saves per week_change_rate", row
FROM (
  SELECT month, a, b, 'data' AS row FROM sides
  UNION ALL SELECT NULL, (SELECT avg(saves) FROM weeks WHERE week BETWEEN '2026-05-04' AND '2026-07-20'),
    (SELECT avg(saves) FROM weeks WHERE week BETWEEN '2026-04-06' AND '2026-06-29'), 'total');

-- tally: average saves per week by month during 2026-05 to 2026-07
-- first: set week_start = sunday
SELECT substr(week, 1, 7) || '-01' AS month, avg(saves) AS "average saves per week" FROM (
  SELECT date(date, '-6 days', 'weekday 0') AS week, sum(saves) AS saves FROM channel
  WHERE date BETWEEN '2026-05-03' AND '2026-07-25' GROUP BY 1) GROUP BY 1 ORDER BY 1;
