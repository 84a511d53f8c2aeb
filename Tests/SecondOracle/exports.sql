-- What platforms write: their headers and clocks, cells that say nothing, and several files that become one table.

-- tally: saves, views, save_rate by video sort by video
-- with: tiktok
-- The id is the end of the link.
SELECT substr("video link", instr("video link", '/video/') + 7) AS video, "add to favorites" AS saves, "video views" AS views,
  1.0 * "add to favorites" / "video views" AS save_rate
FROM videos ORDER BY 1;

-- tally: saves, videos by week where views > 1000
-- with: tiktok
-- The weeks of the posting, with those in which nothing was posted.
WITH RECURSIVE kept AS (
  SELECT date(replace(substr("post time", 1, 10), '/', '-'), 'weekday 0', '-6 days') AS week, "add to favorites" AS saves
  FROM videos WHERE "video views" > 1000),
calendar(week) AS (
  SELECT min(week) FROM kept UNION ALL SELECT date(week, '+7 days') FROM calendar
  WHERE week < (SELECT max(week) FROM kept))
SELECT week, sum(saves) AS saves, count(saves) AS videos FROM calendar LEFT JOIN kept USING (week) GROUP BY week ORDER BY week;

-- tally: videos, median saves per video by hour posted
-- with: tiktok
-- options: --tz Asia/Kolkata
-- Five and a half hours ahead of the export's clock, UTC.
WITH local AS (
  SELECT CAST(strftime('%H', replace("post time", '/', '-'), '+5 hours', '+30 minutes') AS INTEGER) AS hour,
    "add to favorites" AS saves FROM videos),
ranked AS (
  SELECT hour, saves, row_number() OVER (PARTITION BY hour ORDER BY saves) - 1 AS place, count(*) OVER (PARTITION BY hour) AS n
  FROM local)
SELECT hour AS "hour posted", count(*) AS videos, sum(saves * max(0.0, 1 - abs(place - 0.5 * (n - 1)))) AS "median saves per video"
FROM ranked GROUP BY hour ORDER BY hour;

-- tally: saves, saves / views, median saves per post by format
-- with: instagram
-- Some posts lack a number: they are left out of the ratio and of the middle.
WITH ranked AS (
  SELECT "post type" AS format, saves, views,
    row_number() OVER (PARTITION BY "post type" ORDER BY saves NULLS LAST) - 1 AS place,
    count(saves) OVER (PARTITION BY "post type") AS n FROM videos)
SELECT format, sum(saves) AS saves,
  1.0 * sum(saves) FILTER (WHERE views IS NOT NULL) / sum(views) FILTER (WHERE saves IS NOT NULL) AS "saves / views",
  sum(saves * max(0.0, 1 - abs(place - 0.5 * (n - 1)))) AS "median saves per post"
FROM ranked GROUP BY format ORDER BY sum(saves) DESC, format;

-- tally: posts, saves by day posted where views > 1000 and posted during 2025-11
-- with: instagram
-- The export's clock is Pacific, eight hours behind UTC all that winter.
WITH RECURSIVE local AS (
  SELECT date(substr("publish time", 7, 4) || '-' || substr("publish time", 1, 2) || '-' || substr("publish time", 4, 2)
    || substr("publish time", 11), '+8 hours') AS day, saves, views FROM videos),
kept AS (SELECT * FROM local WHERE views > 1000 AND day LIKE '2025-11-%'),
calendar(day) AS (SELECT min(day) FROM kept UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < (SELECT max(day) FROM kept))
SELECT day AS "day posted", count(kept.day) AS posts, sum(saves) AS saves FROM calendar LEFT JOIN kept USING (day)
GROUP BY day ORDER BY day;

-- tally: videos, saves per 1000 views by length every 30s
-- with: instagram
SELECT "duration (sec)" / 30 * 30 AS "length every 30s", count(*) AS videos,
  1000.0 * sum(saves) FILTER (WHERE views IS NOT NULL) / sum(views) FILTER (WHERE saves IS NOT NULL) AS "saves per 1000 views"
FROM videos GROUP BY 1 ORDER BY 1;

-- tally: reach, views, views / reach as frequency by day during 2025-12-11 to 2025-12-24
-- with: overview
-- A cell without a number is missing.
SELECT replace(date, '/', '-') AS day, CASE WHEN "reached audience" <> 'NAN' THEN CAST("reached audience" AS INTEGER) END AS reach,
  "video views" AS views,
  CASE WHEN "reached audience" <> 'NAN' THEN 1.0 * "video views" / CAST("reached audience" AS INTEGER) END AS frequency
FROM channel WHERE date BETWEEN '2025/12/11' AND '2025/12/24' ORDER BY date;

-- tally: new_followers - lost_followers as net, highest views per day by week vs previous
-- with: overview
WITH days AS (SELECT replace(date, '/', '-') AS day, "new followers" - "lost followers" AS net, "video views" AS views FROM channel),
last AS (SELECT max(day) AS day FROM days),
weeks AS (
  SELECT date(days.day, 'weekday 0', '-6 days') AS week, min(days.day) AS first, max(days.day) AS final, sum(net) AS n, max(views) AS v
  FROM days GROUP BY 1),
pairs AS (
  SELECT week, n, v,
    (SELECT sum(net) FROM days WHERE day BETWEEN date(first, '-7 days') AND date(final, '-7 days')) AS n0,
    (SELECT max(views) FROM days WHERE day BETWEEN date(first, '-7 days') AND date(final, '-7 days')) AS v0
  FROM weeks)
SELECT week, n AS net, n0 AS net_before, n - n0 AS net_change, CASE WHEN n0 > 0 THEN 1.0 * (n - n0) / n0 END AS net_change_rate,
  v AS "highest views per day", v0 AS "highest views per day_before", v - v0 AS "highest views per day_change",
  CASE WHEN v0 > 0 THEN 1.0 * (v - v0) / v0 END AS "highest views per day_change_rate"
FROM pairs ORDER BY week;

-- tally: saves, views by topic
-- with: merged
-- The labels bring the topic; a video that only they name has no numbers and no date, but is a video.
SELECT topic, sum(saves) AS saves, sum(views) AS views FROM (
  SELECT video, saves, views FROM videos UNION ALL SELECT video, NULL, NULL FROM labels WHERE video NOT IN (SELECT video FROM videos))
LEFT JOIN labels USING (video)
GROUP BY topic ORDER BY topic IS NULL, 2 DESC, topic;

-- tally: views, likes by video, day
-- with: merged
-- Where both exports have a value the later one counts; an empty cell or a column that it lacks takes nothing away.
WITH keys AS (SELECT video, date FROM daily1 UNION SELECT video, date FROM daily2)
SELECT video, date AS day, coalesce(b.views, a.views) AS views, a.likes
FROM keys LEFT JOIN daily1 a USING (video, date) LEFT JOIN daily2 b USING (video, date) ORDER BY video, date;

-- tally: views by traffic_source
-- with: delivery
-- A column that varies within a video belongs to the days.
SELECT traffic_source, sum(views) AS views FROM daily GROUP BY traffic_source ORDER BY traffic_source IS NULL, sum(views) DESC, traffic_source;

-- tally: views, videos by week where traffic_source = "search"
-- with: delivery
-- A filter on such a column picks rows.
SELECT date(date, 'weekday 0', '-6 days') AS week, sum(views) AS views, count(DISTINCT video) AS videos FROM daily
WHERE traffic_source = 'search' GROUP BY 1 ORDER BY 1;

-- tally: views by format where traffic_source = "search" and saves > 10
-- with: delivery
-- The total of the life picks videos, whatever rows are picked beside it.
SELECT format, sum(views) AS views FROM daily JOIN videos USING (video) WHERE traffic_source = 'search' AND saves > 10
GROUP BY format ORDER BY 2 DESC, format;

-- tally: views by video, day
-- with: repeats
-- Rows of one day that a column which isn't loaded tells apart are added up; a row that repeats every cell counts once.
SELECT video, date AS day, sum(views) AS views FROM (SELECT DISTINCT * FROM daily) GROUP BY video, date ORDER BY video, date;

-- data: merged
-- file: videos.csv
--| video,posted,saves,views
--| n1,2026-01-01,10,100
--| n2,2026-01-02,20,200
--| n3,2026-01-03,30,
-- file: labels.csv
--| video,topic,hook
--| n1,soups,question
--| n2,breads,
--| n4,soups,promise
-- file: daily1.csv
--| video,date,views,likes
--| n1,2026-01-01,50,5
--| n1,2026-01-02,40,4
--| n2,2026-01-02,90,9
-- file: daily2.csv
--| video,date,views
--| n1,2026-01-02,45
--| n1,2026-01-03,15
--| n2,2026-01-02,

-- data: delivery
-- file: videos.csv
--| video,posted,format,saves
--| r1,2026-01-05,vlog,11
--| r2,2026-01-06,vlog,10
--| r3,2026-01-07,tutorial,30
-- file: daily.csv
--| video,date,traffic_source,views
--| r1,2026-01-05,search,10
--| r1,2026-01-05,feed,90
--| r1,2026-01-12,search,20
--| r2,2026-01-06,search,40
--| r2,2026-01-06,feed,5
--| r3,2026-01-13,feed,300
--| r3,2026-01-14,search,7
--| r3,2026-01-14,,8

-- data: repeats
-- file: daily.csv
--| video,date,shelf,views
--| s1,2026-01-05,upper,10
--| s1,2026-01-05,lower,20
--| s1,2026-01-05,lower,20
--| s1,2026-01-06,upper,7
--| s2,2026-01-06,upper,8
