-- Days, weeks, months and years: which day counts, where ranges end, gaps, week 53, zones.
--
-- The ISO week of a day: the Sunday on or after it, six days back. The last loaded day is 2026-10-29, a Thursday.

-- tally: saves by week where views > 1000
-- Days of the daily table, of the videos with more than 1,000 views in their life; weeks without a row would be listed too.
WITH RECURSIVE kept AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week, saves FROM daily
  WHERE video IN (SELECT video FROM videos WHERE views > 1000)),
calendar(week) AS (
  SELECT min(week) FROM kept UNION ALL SELECT date(week, '+7 days') FROM calendar
  WHERE week < (SELECT max(week) FROM kept))
SELECT week, sum(saves) AS saves FROM calendar LEFT JOIN kept USING (week) GROUP BY week ORDER BY week;

-- tally: (saves + likes + comments + shares) / views as engagement by month
SELECT strftime('%Y-%m-01', date) AS month, 1.0 * sum(saves + likes + comments + shares) / sum(views) AS engagement
FROM channel GROUP BY 1 ORDER BY 1;

-- tally: views by quarter where format = "vlog"
SELECT printf('%s-%02d-01', strftime('%Y', date), (strftime('%m', date) - 1) / 3 * 3 + 1) AS quarter, sum(daily.views) AS views
FROM daily JOIN videos USING (video) WHERE format = 'vlog' GROUP BY 1 ORDER BY 1;

-- tally: saves by day during 2026-03
-- Nothing was loaded from 10 to 13 March: rows without a value.
WITH RECURSIVE calendar(day) AS (
  SELECT '2026-03-01' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-03-31')
SELECT day, saves FROM calendar LEFT JOIN channel ON date = day ORDER BY day;

-- tally: saves by day during 2026-10-20 to 2026-11-15
-- Listed as far as days are loaded.
SELECT date AS day, saves FROM channel WHERE date >= '2026-10-20' ORDER BY date;

-- tally: videos, saves by day where topic = "soups" during 2026-03-08 to 2026-03-15
WITH RECURSIVE calendar(day) AS (
  SELECT '2026-03-08' UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < '2026-03-15'),
kept AS (SELECT date, video, saves FROM daily WHERE video IN (SELECT video FROM videos WHERE topic = 'soups'))
SELECT day, count(DISTINCT video) AS videos, sum(saves) AS saves
FROM calendar LEFT JOIN kept ON date = day GROUP BY day ORDER BY day;

-- tally: saves by day, format during 2026-03-08 to 2026-03-15
-- Two groups: no rows for days without data.
SELECT date AS day, format, sum(daily.saves) AS saves FROM daily JOIN videos USING (video)
WHERE date BETWEEN '2026-03-08' AND '2026-03-15' GROUP BY date, format ORDER BY date, format;

-- tally: saves by weekday
SELECT CASE strftime('%w', date) WHEN '0' THEN 'Sunday' WHEN '1' THEN 'Monday' WHEN '2' THEN 'Tuesday'
    WHEN '3' THEN 'Wednesday' WHEN '4' THEN 'Thursday' WHEN '5' THEN 'Friday' ELSE 'Saturday' END AS weekday,
  sum(saves) AS saves
FROM channel GROUP BY 1 ORDER BY (strftime('%w', date) + 6) % 7;

-- tally: saves during last 90 days
SELECT sum(saves) AS saves FROM channel WHERE date BETWEEN date('2026-10-29', '-89 days') AND '2026-10-29';

-- tally: saves by day during last 2 weeks
-- Complete weeks only: the last one ends on Sunday, 25 October.
SELECT date AS day, saves FROM channel WHERE date BETWEEN '2026-10-12' AND '2026-10-25' ORDER BY date;

-- tally: saves during last month
SELECT sum(saves) AS saves FROM channel WHERE date BETWEEN '2026-09-01' AND '2026-09-30';

-- tally: saves by month during last 2 quarters
SELECT strftime('%Y-%m-01', date) AS month, sum(saves) AS saves FROM channel
WHERE date BETWEEN '2026-04-01' AND '2026-09-30' GROUP BY 1 ORDER BY 1;

-- tally: saves by month during last 3 months
-- first: set as_of = 2026-05-31
-- May is over on its last day, and so counts as complete.
SELECT strftime('%Y-%m-01', date) AS month, sum(saves) AS saves FROM channel
WHERE date BETWEEN '2026-03-01' AND '2026-05-31' GROUP BY 1 ORDER BY 1;

-- tally: videos, saves by month posted
-- first: set as_of = 2025-02-10
-- Later postings are hidden; totals of a life are as the platform printed them.
SELECT strftime('%Y-%m-01', posted_day) AS "month posted", count(*) AS videos, sum(saves) AS saves FROM videos
WHERE posted_day <= '2025-02-10' GROUP BY 1 ORDER BY 1;

-- tally: saves during this month
-- options: --as-of 2026-07-10
SELECT sum(saves) AS saves FROM channel WHERE date BETWEEN '2026-07-01' AND '2026-07-10';

-- tally: saves by week during last 3 weeks
-- first: set week_start = sunday
-- Weeks of Sunday to Saturday; the last complete one ends on 24 October.
SELECT date(date, '-6 days', 'weekday 0') AS week, sum(saves) AS saves FROM channel
WHERE date BETWEEN '2026-10-04' AND '2026-10-24' GROUP BY 1 ORDER BY 1;

-- tally: videos, saves by week posted
-- Weeks without a posting between the first and the last: no saves, 0 videos.
WITH RECURSIVE kept AS (SELECT date(posted_day, 'weekday 0', '-6 days') AS week, saves FROM videos),
calendar(week) AS (
  SELECT min(week) FROM kept UNION ALL SELECT date(week, '+7 days') FROM calendar
  WHERE week < (SELECT max(week) FROM kept))
SELECT week AS "week posted", count(kept.week) AS videos, sum(saves) AS saves
FROM calendar LEFT JOIN kept USING (week) GROUP BY week ORDER BY week;

-- tally: videos by day posted where hook = "question" and posted during 2026-06
WITH RECURSIVE kept AS (SELECT posted_day AS day FROM videos WHERE hook = 'question' AND posted_day LIKE '2026-06-%'),
calendar(day) AS (
  SELECT min(day) FROM kept UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < (SELECT max(day) FROM kept))
SELECT day AS "day posted", count(kept.day) AS videos FROM calendar LEFT JOIN kept USING (day) GROUP BY day ORDER BY day;

-- tally: saves by weekday posted, hour posted
SELECT CASE strftime('%w', posted_day) WHEN '0' THEN 'Sunday' WHEN '1' THEN 'Monday' WHEN '2' THEN 'Tuesday'
    WHEN '3' THEN 'Wednesday' WHEN '4' THEN 'Thursday' WHEN '5' THEN 'Friday' ELSE 'Saturday' END AS "weekday posted",
  CAST(strftime('%H', posted) AS INTEGER) AS "hour posted", sum(saves) AS saves
FROM videos GROUP BY 1, 2 ORDER BY (strftime('%w', posted_day) + 6) % 7, 2;

-- tally: videos by hour posted
-- options: --tz Asia/Tokyo
-- Nine hours ahead of UTC all the year. Hours without a posting aren't listed.
SELECT CAST(strftime('%H', datetime(posted, '+9 hours')) AS INTEGER) AS "hour posted", count(*) AS videos
FROM videos GROUP BY 1 ORDER BY 1;

-- tally: videos, saves by weekday posted, hour posted where posted during 2025-10-20 to 2025-11-20
-- options: --tz America/New_York
-- Four hours behind UTC until 06:00 UTC on 2 November 2025, five after it; the day of posting moves as well.
WITH local AS (
  SELECT datetime(posted, CASE WHEN datetime(posted) < '2025-11-02 06:00:00' THEN '-4 hours' ELSE '-5 hours' END) AS at, saves
  FROM videos)
SELECT CASE strftime('%w', at) WHEN '0' THEN 'Sunday' WHEN '1' THEN 'Monday' WHEN '2' THEN 'Tuesday'
    WHEN '3' THEN 'Wednesday' WHEN '4' THEN 'Thursday' WHEN '5' THEN 'Friday' ELSE 'Saturday' END AS "weekday posted",
  CAST(strftime('%H', at) AS INTEGER) AS "hour posted", count(*) AS videos, sum(saves) AS saves
FROM local WHERE date(at) BETWEEN '2025-10-20' AND '2025-11-20'
GROUP BY 1, 2 ORDER BY (strftime('%w', at) + 6) % 7, 2;

-- tally: saves by month posted, month during 2026-Q2
-- Which months' videos earned the saves of the spring. By activity day, of the daily table.
SELECT strftime('%Y-%m-01', posted_day) AS "month posted", strftime('%Y-%m-01', date) AS month, sum(daily.saves) AS saves
FROM daily JOIN videos USING (video) WHERE date BETWEEN '2026-04-01' AND '2026-06-30' GROUP BY 1, 2 ORDER BY 1, 2;

-- tally: saves by year
SELECT strftime('%Y-01-01', date) AS year, sum(saves) AS saves FROM channel GROUP BY 1 ORDER BY 1;

-- tally: saves by month during 2026-Q1
-- with: lifetime
-- Nothing but totals of a life: months and the range are those of the posting.
SELECT strftime('%Y-%m-01', posted_day) AS month, sum(saves) AS saves FROM videos
WHERE posted_day BETWEEN '2026-01-01' AND '2026-03-31' GROUP BY 1 ORDER BY 1;

-- tally: saves during this week
-- with: lifetime
-- The newest posting, Sunday 2026-10-25, is the last day.
SELECT sum(saves) AS saves FROM videos WHERE posted_day BETWEEN '2026-10-19' AND '2026-10-25';

-- tally: videos, views by week during 2026-W40 to 2026-W43
-- with: days
SELECT date(date, 'weekday 0', '-6 days') AS week, count(DISTINCT video) AS videos, sum(views) AS views FROM daily
WHERE date BETWEEN '2026-09-28' AND '2026-10-25' GROUP BY 1 ORDER BY 1;

-- tally: views by week
-- with: youtube
-- A real year: it begins with four days of week 53 of 2020.
SELECT date(date, 'weekday 0', '-6 days') AS week, sum(views) AS views FROM channel GROUP BY 1 ORDER BY 1;

-- tally: views by week during 2020-W53 to 2021-W02
-- with: youtube
SELECT date(date, 'weekday 0', '-6 days') AS week, sum(views) AS views FROM channel
WHERE date BETWEEN '2020-12-28' AND '2021-01-17' GROUP BY 1 ORDER BY 1;

-- tally: views by month sort by views descending
-- with: youtube
SELECT strftime('%Y-%m-01', date) AS month, sum(views) AS views FROM channel GROUP BY 1 ORDER BY 2 DESC, 1;

-- tally: views by day top 5
-- with: youtube
-- In the order of the ranking, days too.
SELECT date AS day, views FROM channel ORDER BY views DESC, date LIMIT 5;

-- tally: views by weekday with share, total
-- with: youtube
WITH lines AS (
  SELECT (strftime('%w', date) + 6) % 7 AS place, sum(views) AS views, 'data' AS row FROM channel GROUP BY 1
  UNION ALL SELECT 7, sum(views), 'total' FROM channel)
SELECT CASE place WHEN 0 THEN 'Monday' WHEN 1 THEN 'Tuesday' WHEN 2 THEN 'Wednesday' WHEN 3 THEN 'Thursday'
    WHEN 4 THEN 'Friday' WHEN 5 THEN 'Saturday' WHEN 6 THEN 'Sunday' END AS weekday,
  views, 1.0 * views / (SELECT sum(views) FROM channel) AS views_share, row
FROM lines ORDER BY place;

-- tally: saves during today
SELECT saves FROM channel WHERE date = '2026-10-29';

-- tally: saves by year during 2025 to 2026
SELECT substr(date, 1, 4) || '-01-01' AS year, sum(saves) AS saves FROM channel WHERE date >= '2025-01-01' GROUP BY 1 ORDER BY 1;

-- tally: saves by week
-- with: lifetime
-- first: set as_of = 2025-01-05
WITH RECURSIVE kept AS (
  SELECT date(posted_day, 'weekday 0', '-6 days') AS week, saves FROM videos WHERE posted_day <= '2025-01-05'),
calendar(week) AS (
  SELECT min(week) FROM kept UNION ALL SELECT date(week, '+7 days') FROM calendar WHERE week < (SELECT max(week) FROM kept))
SELECT week, sum(saves) AS saves FROM calendar LEFT JOIN kept USING (week) GROUP BY week ORDER BY week;

-- tally: saves by month, weekday during 2026-05 to 2026-06
SELECT substr(date, 1, 7) || '-01' AS month, CASE strftime('%w', date) WHEN '0' THEN 'Sunday' WHEN '1' THEN 'Monday' WHEN '2' THEN 'Tuesday'
    WHEN '3' THEN 'Wednesday' WHEN '4' THEN 'Thursday' WHEN '5' THEN 'Friday' ELSE 'Saturday' END AS weekday, sum(saves) AS saves
FROM channel WHERE date BETWEEN '2026-05-01' AND '2026-06-30' GROUP BY 1, 2 ORDER BY 1, (strftime('%w', date) + 6) % 7;

-- tally: videos, saves by week posted where posted during 2026-09
-- first: set week_start = sunday
WITH RECURSIVE kept AS (SELECT date(posted_day, '-6 days', 'weekday 0') AS week, saves FROM videos WHERE posted_day LIKE '2026-09-%'),
calendar(week) AS (SELECT min(week) FROM kept UNION ALL SELECT date(week, '+7 days') FROM calendar WHERE week < (SELECT max(week) FROM kept))
SELECT week AS "week posted", count(saves) AS videos, sum(saves) AS saves FROM calendar LEFT JOIN kept USING (week) GROUP BY week ORDER BY week;

-- tally: videos, saves by week during last 3 weeks
-- with: lifetime
-- options: --tz Pacific/Auckland
-- Thirteen hours ahead of UTC from 27 September 2026 on: the last posting is on Monday, 26 October there, the last whole week before it.
WITH local AS (SELECT date(posted, '+13 hours') AS day, saves FROM videos WHERE posted_day >= '2026-10-01')
SELECT date(day, 'weekday 0', '-6 days') AS week, count(*) AS videos, sum(saves) AS saves FROM local
WHERE day BETWEEN '2026-10-05' AND '2026-10-25' GROUP BY 1 ORDER BY 1;
