-- The first days of a video's life: `within N days`, and ages `since posted`.
--
-- Day 0 is the day posted. `within` leaves out videos whose N days are not all loaded: posted before the first loaded day
-- (2024-11-02) or too young on the last (2026-10-29).

-- tally: saves within 7 days by video where posted during last 90 days top 10
SELECT video, sum(daily.saves) AS "saves within 7 days" FROM videos JOIN daily USING (video)
WHERE posted_day BETWEEN date('2026-10-29', '-89 days') AND date('2026-10-29', '-6 days')
  AND date BETWEEN posted_day AND date(posted_day, '+6 days')
GROUP BY video ORDER BY 2 DESC, video LIMIT 10;

-- tally: median saves within 7 days per video by format
WITH first AS (
  SELECT format, video, sum(daily.saves) AS saves FROM videos JOIN daily USING (video)
  WHERE posted_day <= date('2026-10-29', '-6 days') AND date BETWEEN posted_day AND date(posted_day, '+6 days')
  GROUP BY format, video),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY format ORDER BY saves) AS place, count(*) OVER (PARTITION BY format) AS n FROM first)
SELECT format, avg(saves) AS "median saves within 7 days per video" FROM ranked
WHERE place IN ((n + 1) / 2, n / 2 + 1) GROUP BY format ORDER BY 2 DESC, format;

-- tally: saves within 1 month, saves within 4 weeks by month posted
-- Up to the same day of the next month, or that month's last day if it is shorter. Each item leaves out its own videos.
WITH ends AS (
  SELECT video, strftime('%Y-%m-01', posted_day) AS month, posted_day, date(posted_day, '+27 days') AS week4,
    date(min(date(posted_day, '+1 month'), date(posted_day, 'start of month', '+2 months', '-1 day')), '-1 day') AS month1
  FROM videos)
SELECT month AS "month posted",
  sum(saves) FILTER (WHERE month1 <= '2026-10-29' AND date <= month1) AS "saves within 1 month",
  sum(saves) FILTER (WHERE week4 <= '2026-10-29' AND date <= week4) AS "saves within 4 weeks"
FROM ends JOIN daily USING (video) GROUP BY month ORDER BY month;

-- tally: saves within 7 days / views within 28 days as early, saves within 7 days / saves as start by format
-- An item leaves out the videos that are too young for the longest of its spans, also where it adds up all days.
WITH young AS (
  SELECT format, date, julianday(date) - julianday(posted_day) AS age, daily.saves, daily.views,
    posted_day <= date('2026-10-29', '-6 days') AS week, posted_day <= date('2026-10-29', '-27 days') AS weeks
  FROM videos JOIN daily USING (video))
SELECT format,
  1.0 * sum(saves) FILTER (WHERE weeks AND age < 7) / sum(views) FILTER (WHERE weeks AND age < 28) AS early,
  1.0 * sum(saves) FILTER (WHERE week AND age < 7) / sum(saves) FILTER (WHERE week) AS start
FROM young GROUP BY format ORDER BY early DESC, format;

-- tally: saves by week since posted where format = "tutorial"
SELECT CAST(julianday(date) - julianday(posted_day) AS INTEGER) / 7 AS "week since posted", sum(daily.saves) AS saves
FROM daily JOIN videos USING (video) WHERE format = 'tutorial' GROUP BY 1 ORDER BY 1;

-- tally: views, saves / views by month since posted where topic = "soups"
-- Whole months that have passed; a month is over on the day of the posting, or on a shorter month's last day.
WITH ages AS (
  SELECT (substr(date, 1, 4) - substr(posted_day, 1, 4)) * 12 + substr(date, 6, 2) - substr(posted_day, 6, 2)
    - (substr(date, 9, 2) < substr(posted_day, 9, 2) AND date < date(date, 'start of month', '+1 month', '-1 day')) AS age,
    daily.saves, daily.views
  FROM daily JOIN videos USING (video) WHERE topic = 'soups')
SELECT age AS "month since posted", sum(views) AS views, 1.0 * sum(saves) / sum(views) AS "saves / views"
FROM ages GROUP BY age ORDER BY age;

-- tally: saves by day since posted where video = "v134" during 2026-03
-- Ages on which no day was loaded are rows without a value.
WITH RECURSIVE kept AS (
  SELECT CAST(julianday(date) - julianday(posted_day) AS INTEGER) AS age, daily.saves FROM daily JOIN videos USING (video)
  WHERE video = 'v134' AND date BETWEEN '2026-03-01' AND '2026-03-31'),
ages(age) AS (SELECT min(age) FROM kept UNION ALL SELECT age + 1 FROM ages WHERE age < (SELECT max(age) FROM kept))
SELECT age AS "day since posted", sum(saves) AS saves FROM ages LEFT JOIN kept USING (age) GROUP BY age ORDER BY age;

-- tally: saves by format, week since posted during last 4 weeks
SELECT format, CAST(julianday(date) - julianday(posted_day) AS INTEGER) / 7 AS "week since posted", sum(daily.saves) AS saves
FROM daily JOIN videos USING (video) WHERE date BETWEEN '2026-09-28' AND '2026-10-25' GROUP BY 1, 2 ORDER BY 1, 2;

-- tally: saves by video where saves within 7 days > 100 and posted during 2026
-- The item is the total of the life; only the filter looks at the first week.
WITH first AS (
  SELECT video, sum(daily.saves) AS early FROM videos JOIN daily USING (video)
  WHERE posted_day <= date('2026-10-29', '-6 days') AND date BETWEEN posted_day AND date(posted_day, '+6 days') GROUP BY video)
SELECT video, saves FROM videos JOIN first USING (video) WHERE early > 100 AND posted_day >= '2026-01-01'
ORDER BY saves DESC, video;

-- tally: videos by format where saves within 7 days is missing
SELECT format, count(*) AS videos FROM videos WHERE posted_day > date('2026-10-29', '-6 days')
GROUP BY format ORDER BY count(*) DESC, format;

-- tally: saves within 1 day, views within 2 days by video
-- with: early
-- Rows of the two days before the posting count as day 0, earlier ones not at all. e2 has no date, e3 was posted before the
-- first loaded day, e5 is too young: rows without a value.
SELECT video,
  sum(CASE WHEN posted_day >= '2026-01-05' AND age < 1 THEN saves END) AS "saves within 1 day",
  sum(CASE WHEN posted_day >= '2026-01-05' AND date(posted_day, '+1 day') <= '2026-01-20' AND age < 2 THEN views END)
    AS "views within 2 days"
FROM (SELECT video, posted_day, saves, views,
    CASE WHEN julianday(date) - julianday(posted_day) >= -2 THEN max(0, julianday(date) - julianday(posted_day)) END AS age
  FROM daily JOIN videos USING (video))
GROUP BY video ORDER BY 2 DESC NULLS LAST, video;

-- tally: saves by day since posted
-- with: early
WITH RECURSIVE kept AS (
  SELECT CAST(max(0, julianday(date) - julianday(posted_day)) AS INTEGER) AS age, saves FROM daily JOIN videos USING (video)
  WHERE posted_day IS NULL OR date >= date(posted_day, '-2 days')),
ages(age) AS (SELECT min(age) FROM kept UNION ALL SELECT age + 1 FROM ages WHERE age < (SELECT max(age) FROM kept))
SELECT age AS "day since posted", sum(saves) AS saves FROM ages LEFT JOIN kept USING (age) GROUP BY age
UNION ALL SELECT NULL, sum(saves) FROM kept WHERE age IS NULL;

-- tally: average saves within 3 days per video, saves within 3 days by topic with total
-- with: early
WITH young AS (
  SELECT topic, video, sum(saves) AS saves FROM daily JOIN videos USING (video)
  WHERE posted_day BETWEEN '2026-01-05' AND '2026-01-18'
    AND date BETWEEN date(posted_day, '-2 days') AND date(posted_day, '+2 days') GROUP BY topic, video),
lines AS (
  SELECT 'data' AS row, topic, avg(saves) AS middle, sum(saves) AS saves FROM young GROUP BY topic
  UNION ALL SELECT 'total', NULL, avg(saves), sum(saves) FROM young)
SELECT topic, middle AS "average saves within 3 days per video", saves AS "saves within 3 days", row FROM lines
ORDER BY row, middle DESC, topic;

-- tally: saves within 1 month by video
-- with: leap
-- Posted on 31 January 2024: up to 28 February, since the month is over on the 29th.
SELECT video, sum(saves) AS "saves within 1 month" FROM daily WHERE date BETWEEN '2024-01-31' AND '2024-02-28';

-- tally: saves by month since posted
-- with: leap
-- 29 February is one month after 31 January, 30 March is still one, 31 March two.
SELECT column1 AS "month since posted", column2 AS saves FROM (VALUES (0, 6), (1, 56), (2, 64));

-- tally: saves within 7 days, videos by format during 2026-06
-- Both hold: days of June that are among the first seven. Whether a video is old enough is seen from the last loaded day.
WITH kept AS (
  SELECT format, video, date, daily.saves, posted_day FROM daily JOIN videos USING (video) WHERE date BETWEEN '2026-06-01' AND '2026-06-30')
SELECT format, sum(saves) FILTER (WHERE date <= date(posted_day, '+6 days') AND posted_day <= date('2026-10-29', '-6 days')) AS "saves within 7 days",
  count(DISTINCT video) AS videos
FROM kept GROUP BY format ORDER BY 2 DESC, format;

-- tally: saves within 7 days by month posted
-- options: --tz Asia/Tokyo
-- The local day of posting is often the day after: rows of the day before it count as day 0.
WITH local AS (SELECT video, date(posted, '+9 hours') AS day FROM videos)
SELECT strftime('%Y-%m-01', day) AS "month posted",
  sum(saves) FILTER (WHERE date BETWEEN date(day, '-2 days') AND date(day, '+6 days') AND day <= date('2026-10-29', '-6 days'))
    AS "saves within 7 days"
FROM local JOIN daily USING (video) GROUP BY 1 ORDER BY 1;

-- tally: saves by day since posted where posted during 2026-06
-- options: --tz Asia/Tokyo
WITH local AS (SELECT video, date(posted, '+9 hours') AS day FROM videos)
SELECT CAST(max(0, julianday(date) - julianday(day)) AS INTEGER) AS "day since posted", sum(saves) AS saves
FROM local JOIN daily USING (video) WHERE day BETWEEN '2026-06-01' AND '2026-06-30' GROUP BY 1 ORDER BY 1;

-- tally: saves by month since posted
-- with: leapday
-- Posted on 29 February: eleven months are over on 29 January, twelve on 28 February.
SELECT column1 AS "month since posted", column2 AS saves FROM (VALUES (0, 1), (1, NULL), (2, NULL), (3, NULL), (4, NULL), (5, NULL), (6, NULL),
  (7, NULL), (8, NULL), (9, NULL), (10, 2), (11, 12), (12, 16));

-- tally: saves by year since posted
-- with: leapday
SELECT column1 AS "year since posted", column2 AS saves FROM (VALUES (0, 15), (1, 16));

-- tally: saves by quarter since posted
-- with: leapday
SELECT column1 AS "quarter since posted", column2 AS saves FROM (VALUES (0, 1), (1, NULL), (2, NULL), (3, 14), (4, 16));

-- tally: saves within 1 year, saves within 4 quarters, saves within 11 months by video
-- with: leapday
SELECT 'p1' AS video, 15 AS "saves within 1 year", 15 AS "saves within 4 quarters", 3 AS "saves within 11 months";

-- tally: saves within 7 days by format top 1 with others, total
WITH first AS (
  SELECT format, sum(daily.saves) AS saves FROM videos JOIN daily USING (video)
  WHERE posted_day <= date('2026-10-29', '-6 days') AND date BETWEEN posted_day AND date(posted_day, '+6 days') GROUP BY format),
ranked AS (SELECT *, row_number() OVER (ORDER BY saves DESC, format) AS place FROM first)
SELECT format, saves AS "saves within 7 days", row FROM (
  SELECT place, format, saves, 'data' AS row FROM ranked WHERE place = 1
  UNION ALL SELECT 100, NULL, sum(saves), 'others' FROM ranked WHERE place > 1
  UNION ALL SELECT 101, NULL, sum(saves), 'total' FROM ranked) ORDER BY place;

-- tally: saves by week since posted top 2 with others, share, total
WITH ages AS (
  SELECT CAST(julianday(date) - julianday(posted_day) AS INTEGER) / 7 AS age, sum(daily.saves) AS saves
  FROM daily JOIN videos USING (video) GROUP BY 1),
ranked AS (SELECT *, row_number() OVER (ORDER BY saves DESC, age) AS place FROM ages)
SELECT age AS "week since posted", saves, 1.0 * saves / (SELECT sum(saves) FROM ages) AS saves_share, row FROM (
  SELECT place, age, saves, 'data' AS row FROM ranked WHERE place <= 2
  UNION ALL SELECT 1000, NULL, sum(saves), 'others' FROM ranked WHERE place > 2
  UNION ALL SELECT 1001, NULL, sum(saves), 'total' FROM ranked) ORDER BY place;

-- data: early
-- file: videos.csv
--| video,posted,topic
--| e1,2026-01-10,soups
--| e2,,soups
--| e3,2026-01-04,soups
--| e4,2026-01-05,breads
--| e5,2026-01-20,breads
-- file: daily.csv
--| video,date,saves,views
--| e1,2026-01-07,100,1000
--| e1,2026-01-08,1,10
--| e1,2026-01-09,2,20
--| e1,2026-01-10,4,40
--| e1,2026-01-11,8,80
--| e1,2026-01-14,16,160
--| e2,2026-01-06,7,70
--| e2,2026-01-09,9,90
--| e3,2026-01-05,5,50
--| e4,2026-01-05,3,30
--| e4,2026-01-06,6,60
--| e4,2026-01-07,12,120
--| e5,2026-01-20,11,110

-- data: leap
-- file: videos.csv
--| video,posted
--| f1,2024-01-31
-- file: daily.csv
--| video,date,saves
--| f1,2024-01-31,2
--| f1,2024-02-28,4
--| f1,2024-02-29,8
--| f1,2024-03-28,16
--| f1,2024-03-30,32
--| f1,2024-03-31,64

-- data: leapday
-- file: videos.csv
--| video,posted
--| p1,2024-02-29
-- file: daily.csv
--| video,date,saves
--| p1,2024-02-29,1
--| p1,2025-01-28,2
--| p1,2025-01-29,4
--| p1,2025-02-27,8
--| p1,2025-02-28,16
