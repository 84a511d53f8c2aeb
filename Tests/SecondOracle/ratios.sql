-- Ratios are ratios of sums; an item adds up over the rows in which each of its metrics has a value; by 0 is missing.

-- tally: saves per 1000 views by topic sort by saves per 1000 views descending
SELECT topic, 1000.0 * sum(saves) / sum(views) AS "saves per 1000 views" FROM videos GROUP BY topic ORDER BY 2 DESC, topic;

-- tally: saves / (likes + comments + shares) as save_share by video top 20
SELECT video, 1.0 * saves / (likes + comments + shares) AS save_share FROM videos ORDER BY 2 DESC, video LIMIT 20;

-- tally: saves / views by format, topic with total
WITH lines AS (
  SELECT 'data' AS row, format, topic, 1.0 * sum(saves) / sum(views) AS rate FROM videos GROUP BY format, topic
  UNION ALL SELECT 'total', NULL, NULL, 1.0 * sum(saves) / sum(views) FROM videos)
SELECT format, topic, rate AS "saves / views", row FROM lines ORDER BY row, rate DESC, format, topic;

-- tally: saves * 3 - likes as gap, -saves as less, (saves + shares) / 2 as half by format
SELECT format, 3 * sum(saves) - sum(likes) AS gap, -sum(saves) AS less, (sum(saves) + sum(shares)) / 2.0 AS half
FROM videos GROUP BY format ORDER BY gap DESC, format;

-- tally: new_followers - lost_followers as net, profile_views / views as visits by month
SELECT strftime('%Y-%m-01', date) AS month, sum(new_followers - lost_followers) AS net,
  1.0 * sum(profile_views) / sum(views) AS visits
FROM channel GROUP BY 1 ORDER BY 1;

-- tally: views / videos as pace by format having pace > 8000
SELECT format, 1.0 * sum(views) / count(*) AS pace FROM videos GROUP BY format HAVING 1.0 * sum(views) / count(*) > 8000
ORDER BY pace DESC, format;

-- tally: save_rate by week where format = "tutorial" during last 10 weeks
SELECT date(date, 'weekday 0', '-6 days') AS week, 1.0 * sum(daily.saves) / sum(daily.views) AS save_rate
FROM daily JOIN videos USING (video) WHERE format = 'tutorial' AND date BETWEEN '2026-08-17' AND '2026-10-25'
GROUP BY 1 ORDER BY 1;

-- tally: save_rate, like_rate by format during 2026-Q3 vs previous
-- For a rate the change is a difference of rates, the change rate is relative to the earlier one.
WITH sums AS (
  SELECT format, date >= '2026-07-01' AS current, 1.0 * sum(daily.saves) / sum(daily.views) AS s,
    1.0 * sum(daily.likes) / sum(daily.views) AS l
  FROM daily JOIN videos USING (video) WHERE date BETWEEN '2026-04-01' AND '2026-09-30' GROUP BY 1, 2)
SELECT a.format, a.s AS save_rate, b.s AS save_rate_before, a.s - b.s AS save_rate_change, a.s / b.s - 1 AS save_rate_change_rate,
  a.l AS like_rate, b.l AS like_rate_before, a.l - b.l AS like_rate_change, a.l / b.l - 1 AS like_rate_change_rate
FROM sums a JOIN sums b ON a.format = b.format AND a.current AND NOT b.current ORDER BY a.s DESC, a.format;

-- tally: saves / views, saves, views by format
-- with: holes
-- h1 has no views, h2 no saves: neither is part of the ratio, and each is part of its own sum.
SELECT format, 1.0 * sum(saves) FILTER (WHERE views IS NOT NULL) / nullif(sum(views) FILTER (WHERE saves IS NOT NULL), 0)
    AS "saves / views",
  sum(saves) AS saves, sum(views) AS views
FROM videos GROUP BY format ORDER BY 2 DESC NULLS LAST, format;

-- tally: saves + shares, saves / (likes - shares) as odd by video sort by video
-- with: holes
SELECT video, saves + shares AS "saves + shares", 1.0 * saves / nullif(likes - shares, 0) AS odd FROM videos ORDER BY video;

-- tally: save_rate by video where save_rate >= 10% or saves / shares > 2 sort by video
-- with: holes
-- Where a metric is missing or the divisor is 0 a test is false.
SELECT video, 1.0 * saves / nullif(views, 0) AS save_rate FROM videos
WHERE 1.0 * saves / nullif(views, 0) >= 0.1 OR 1.0 * saves / nullif(shares, 0) > 2 ORDER BY video;

-- tally: videos where not saves / views > 10%
-- with: holes
-- `not` is the exact complement, missing included.
SELECT count(*) AS videos FROM videos WHERE 1.0 * saves / nullif(views, 0) > 0.1 IS NOT 1;

-- tally: average (saves / views) per video by format
-- with: holes
-- Videos without a rate are left out; no video left: missing.
SELECT format, avg(1.0 * saves / nullif(views, 0)) AS "average (saves / views) per video" FROM videos
GROUP BY format ORDER BY 2 DESC NULLS LAST, format;

-- tally: views / videos as pace by week during last 3 weeks
-- The item needs videos, so its views are those of the videos' days.
SELECT date(date, 'weekday 0', '-6 days') AS week, 1.0 * sum(views) / count(DISTINCT video) AS pace FROM daily
WHERE date BETWEEN '2026-10-05' AND '2026-10-25' GROUP BY 1 ORDER BY 1;

-- tally: videos by video where saves / views > 10% sort by video
-- with: split
-- In `where` each column is read on its own: views are totals of the life, saves the loaded days added up.
SELECT video, 1 AS videos FROM videos v
WHERE 1.0 * (SELECT sum(saves) FROM daily d WHERE d.video = v.video) / nullif(views, 0) > 0.1 ORDER BY video;

-- tally: videos where saves / likes > 1
-- with: split
-- Each of the days' columns by itself too, also where not every day has both.
SELECT count(*) AS videos FROM (SELECT video FROM daily GROUP BY video HAVING 1.0 * sum(saves) / nullif(sum(likes), 0) > 1);

-- tally: saves / likes by video
-- with: split
-- An item adds up over the days that have both.
SELECT video, 1.0 * sum(saves) FILTER (WHERE likes IS NOT NULL) / nullif(sum(likes) FILTER (WHERE saves IS NOT NULL), 0) AS "saves / likes"
FROM daily GROUP BY video ORDER BY 2 DESC NULLS LAST, video;

-- tally: videos by saves every 10, views every 100
-- with: split
WITH sums AS (SELECT video, views, (SELECT sum(saves) FROM daily d WHERE d.video = v.video) AS saves FROM videos v)
SELECT saves / 10 * 10 AS "saves every 10", views / 100 * 100 AS "views every 100", count(*) AS videos FROM sums
GROUP BY 1, 2 ORDER BY 1 NULLS LAST, 2 NULLS LAST;

-- data: holes
-- file: videos.csv
--| video,posted,format,saves,views,likes,shares
--| h1,2026-01-01,tutorial,10,,5,2
--| h2,2026-01-02,tutorial,,900,4,1
--| h3,2026-01-03,tutorial,30,300,3,3
--| h4,2026-01-04,vlog,7,0,2,9
--| h5,2026-01-05,vlog,8,50,,4
--| h6,2026-01-06,recipe,9,,1,0

-- data: split
-- file: videos.csv
--| video,posted,views
--| t1,2026-01-05,100
--| t2,2026-01-06,400
--| t3,2026-01-07,300
--| t4,2026-01-07,
-- file: daily.csv
--| video,date,likes,saves
--| t1,2026-01-05,5,10
--| t1,2026-01-06,11,
--| t1,2026-01-07,,4
--| t2,2026-01-15,10,3
--| t2,2026-01-16,9,30
--| t4,2026-01-16,9,12
