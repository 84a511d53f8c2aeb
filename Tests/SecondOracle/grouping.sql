-- Groups, filters on videos, filters on rows, order, top and others.

-- tally: saves
SELECT sum(saves) AS saves FROM videos;

-- tally: videos, saves, views by platform, format where length between 30 and 90
-- first: column platform in videos is attribute
-- with: platforms
SELECT platform, format, count(*) AS videos, sum(saves) AS saves, sum(views) AS views
FROM videos WHERE length BETWEEN 30 AND 90
GROUP BY platform, format
ORDER BY platform IS NULL OR format IS NULL, count(*) DESC, platform IS NULL, platform, format IS NULL, format;

-- tally: saves by format sort by saves ascending
-- with: platforms
-- A missing key is shown last whatever its value; a group without any value would stand before it.
SELECT format, sum(saves) AS saves FROM videos GROUP BY format ORDER BY format IS NULL, sum(saves) IS NULL, sum(saves), format;

-- tally: saves, views, save_rate by format
SELECT format, sum(saves) AS saves, sum(views) AS views, 1.0 * sum(saves) / sum(views) AS save_rate
FROM videos GROUP BY format ORDER BY sum(saves) DESC, format;

-- tally: save_rate, saves by format with total
SELECT format, save_rate, saves, row FROM (
  SELECT 0 AS place, format, 1.0 * sum(saves) / sum(views) AS save_rate, sum(saves) AS saves, 'data' AS row
  FROM videos GROUP BY format
  UNION ALL
  SELECT 1, NULL, 1.0 * sum(saves) / sum(views), sum(saves), 'total' FROM videos
) ORDER BY place, save_rate DESC;

-- tally: saves by video where not posted during last 180 days and saves > median sort by saves descending top 10
-- The newest loaded day is 2026-10-29; the last 180 days start on 2026-05-03.
WITH middle AS (
  SELECT avg(saves) AS saves FROM (
    SELECT saves, row_number() OVER (ORDER BY saves) AS place, count(*) OVER () AS n FROM videos)
  WHERE place IN ((n + 1) / 2, n / 2 + 1))
SELECT video, saves FROM videos
WHERE NOT posted_day BETWEEN date('2026-10-29', '-179 days') AND '2026-10-29'
  AND saves > (SELECT saves FROM middle)
ORDER BY saves DESC, video LIMIT 10;

-- tally: saves where (format = "tutorial" or format = "vlog") and views > 10k
SELECT sum(saves) AS saves FROM videos WHERE format IN ('tutorial', 'vlog') AND views > 10000;

-- tally: saves, videos by format where hook is missing
SELECT format, sum(saves) AS saves, count(*) AS videos FROM videos WHERE hook IS NULL
GROUP BY format ORDER BY sum(saves) DESC, format;

-- tally: saves by hook
SELECT hook, sum(saves) AS saves FROM videos GROUP BY hook ORDER BY hook IS NULL, sum(saves) DESC, hook;

-- tally: videos by hook where hook != "QUESTION"
-- `!=` is the exact complement of `=`, so videos without a hook stay; case is ignored.
SELECT hook, count(*) AS videos FROM videos WHERE hook IS NULL OR lower(hook) <> 'question'
GROUP BY hook ORDER BY hook IS NULL, count(*) DESC, hook;

-- tally: saves by video where not (format = "vlog" or views >= 2500)
SELECT video, saves FROM videos WHERE NOT (format = 'vlog' OR views >= 2500) ORDER BY saves DESC, video;

-- tally: saves by topic, format sort by topic descending, saves ascending
SELECT topic, format, sum(saves) AS saves FROM videos GROUP BY topic, format
ORDER BY topic DESC, sum(saves), format;

-- tally: videos by sound, format sort by videos
SELECT sound, format, count(*) AS videos FROM videos GROUP BY sound, format
ORDER BY count(*) DESC, sound, format;

-- tally: comments, views by video where format = "quick tip" sort by comments bottom 7
-- The reverse ranking, ties by group ascending, and in that order.
SELECT video, comments, views FROM videos WHERE format = 'quick tip' ORDER BY comments, video LIMIT 7;

-- tally: saves by topic top 2 with others, share, total
WITH topics AS (
  SELECT topic, sum(saves) AS saves, row_number() OVER (ORDER BY sum(saves) DESC, topic) AS place
  FROM videos GROUP BY topic),
everything AS (SELECT sum(saves) AS saves FROM videos),
lines AS (
  SELECT place, topic, saves, 'data' AS row FROM topics WHERE place <= 2
  UNION ALL SELECT 1000, NULL, sum(saves), 'others' FROM topics WHERE place > 2
  UNION ALL SELECT 1001, NULL, saves, 'total' FROM everything)
SELECT topic, saves, 1.0 * saves / (SELECT saves FROM everything) AS saves_share, row FROM lines ORDER BY place;

-- tally: save_rate, saves by sound top 2 with others, total
-- The ratio of the others is pooled: their saves by their views.
WITH sounds AS (
  SELECT sound, sum(saves) AS saves, sum(views) AS views,
    row_number() OVER (ORDER BY 1.0 * sum(saves) / sum(views) DESC, sound) AS place
  FROM videos GROUP BY sound),
lines AS (
  SELECT place, sound, saves, views, 'data' AS row FROM sounds WHERE place <= 2
  UNION ALL SELECT 1000, NULL, sum(saves), sum(views), 'others' FROM sounds WHERE place > 2
  UNION ALL SELECT 1001, NULL, sum(saves), sum(views), 'total' FROM sounds)
SELECT sound, 1.0 * saves / views AS save_rate, saves, row FROM lines ORDER BY place;

-- tally: saves by format, video top 3 per format
-- No sort and no time grain: the first metric decides the order of the rows.
WITH ranked AS (
  SELECT format, video, saves, row_number() OVER (PARTITION BY format ORDER BY saves DESC, video) AS place FROM videos)
SELECT format, video, saves FROM ranked WHERE place <= 3 ORDER BY saves DESC, format, video;

-- tally: saves by format, topic top 1 per format with others, total
-- One row of others for each format, in the order of the formats.
WITH cells AS (
  SELECT format, topic, sum(saves) AS saves,
    row_number() OVER (PARTITION BY format ORDER BY sum(saves) DESC, topic) AS place
  FROM videos GROUP BY format, topic),
lines AS (
  SELECT 0 AS part, format, topic, saves, 'data' AS row FROM cells WHERE place = 1
  UNION ALL SELECT 1, format, NULL, sum(saves), 'others' FROM cells WHERE place > 1 GROUP BY format
  UNION ALL SELECT 2, NULL, NULL, sum(saves), 'total' FROM cells)
SELECT format, topic, saves, row FROM lines
ORDER BY part, CASE part WHEN 0 THEN -saves END, format;

-- tally: saves, videos by sound having videos >= 40 and save_rate > 2.5%
SELECT sound, sum(saves) AS saves, count(*) AS videos FROM videos GROUP BY sound
HAVING count(*) >= 40 AND 1.0 * sum(saves) / sum(views) > 0.025
ORDER BY sum(saves) DESC, sound;

-- tally: saves by topic, format having saves between 500 and 2500 with share, total
-- Shares and the total are taken over everything, whatever `having` hides.
WITH cells AS (SELECT topic, format, sum(saves) AS saves FROM videos GROUP BY topic, format),
lines AS (
  SELECT 0 AS part, topic, format, saves, 'data' AS row FROM cells WHERE saves BETWEEN 500 AND 2500
  UNION ALL SELECT 1, NULL, NULL, sum(saves), 'total' FROM cells)
SELECT topic, format, saves, 1.0 * saves / (SELECT sum(saves) FROM cells) AS saves_share, row
FROM lines ORDER BY part, saves DESC, topic, format;

-- tally: saves by hashtags sort by saves descending top 8
-- Hashtags are split at the blanks; a video counts once for each of its tags.
WITH RECURSIVE split(video, tag, rest) AS (
  SELECT video, NULL, hashtags || ' ' FROM videos WHERE hashtags IS NOT NULL
  UNION ALL
  SELECT video, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM split WHERE rest <> ''),
tags AS (SELECT DISTINCT video, lower(ltrim(tag, '#')) AS tag FROM split WHERE tag IS NOT NULL AND tag <> '')
SELECT tag AS hashtags, sum(saves) AS saves FROM tags JOIN videos USING (video)
GROUP BY tag ORDER BY sum(saves) DESC, tag LIMIT 8;

-- tally: videos, saves by format where hashtags contains "bread" and hashtags != "baking" with total
WITH RECURSIVE split(video, tag, rest) AS (
  SELECT video, NULL, hashtags || ' ' FROM videos WHERE hashtags IS NOT NULL
  UNION ALL
  SELECT video, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM split WHERE rest <> ''),
tags AS (SELECT DISTINCT video, lower(ltrim(tag, '#')) AS tag FROM split WHERE tag IS NOT NULL AND tag <> ''),
kept AS (
  SELECT * FROM videos
  WHERE video IN (SELECT video FROM tags WHERE instr(tag, 'bread') > 0)
    AND video NOT IN (SELECT video FROM tags WHERE tag = 'baking'))
SELECT format, videos, saves, row FROM (
  SELECT 0 AS part, format, count(*) AS videos, sum(saves) AS saves, 'data' AS row FROM kept GROUP BY format
  UNION ALL SELECT 1, NULL, count(*), sum(saves), 'total' FROM kept)
ORDER BY part, videos DESC, format;

-- tally: saves by length every 15s
SELECT length / 15 * 15 AS "length every 15s", sum(saves) AS saves FROM videos
GROUP BY length / 15 ORDER BY length / 15;

-- tally: videos, saves by views every 5k, format where views < 30k
SELECT views / 5000 * 5000 AS "views every 5k", format, count(*) AS videos, sum(saves) AS saves
FROM videos WHERE views < 30000 GROUP BY views / 5000, format ORDER BY views / 5000, format;

-- tally: saves where title contains "SOURDOUGH" or title starts with "how"
SELECT sum(saves) AS saves FROM videos WHERE instr(lower(title), 'sourdough') > 0 OR lower(substr(title, 1, 3)) = 'how';

-- tally: saves by video, title where video in ("v007", "v100", "v193")
SELECT video, title, saves FROM videos WHERE video IN ('v007', 'v100', 'v193') ORDER BY saves DESC, video;

-- tally: saves by video where posted = 2026-02
SELECT video, saves FROM videos WHERE substr(posted_day, 1, 7) = '2026-02' ORDER BY saves DESC, video;

-- tally: videos by format where posted <= 2025-Q1
SELECT format, count(*) AS videos FROM videos WHERE posted_day <= '2025-03-31'
GROUP BY format ORDER BY count(*) DESC, format;

-- tally: saves by month, video top 2 per month during 2026-Q2
-- The order is that of the ranking, months too.
WITH cells AS (
  SELECT strftime('%Y-%m-01', date) AS month, video, sum(saves) AS saves FROM daily
  WHERE date BETWEEN '2026-04-01' AND '2026-06-30' GROUP BY 1, 2),
ranked AS (SELECT *, row_number() OVER (PARTITION BY month ORDER BY saves DESC, video) AS place FROM cells)
SELECT month, video, saves FROM ranked WHERE place <= 2 ORDER BY saves DESC, month, video;

-- tally: saves by month, format with share, total during 2026-Q3
WITH cells AS (
  SELECT strftime('%Y-%m-01', date) AS month, format, sum(daily.saves) AS saves FROM daily JOIN videos USING (video)
  WHERE date BETWEEN '2026-07-01' AND '2026-09-30' GROUP BY 1, 2)
SELECT month, format, saves, 1.0 * saves / (SELECT sum(saves) FROM cells) AS saves_share, row FROM (
  SELECT month, format, saves, 'data' AS row FROM cells UNION ALL SELECT NULL, NULL, sum(saves), 'total' FROM cells)
ORDER BY row, month, format;

-- tally: videos, saves by save_rate every 1%
SELECT CAST(100.0 * saves / views AS INTEGER) / 100.0 AS "save_rate every 1%", count(*) AS videos, sum(saves) AS saves FROM videos
GROUP BY 1 ORDER BY 1;

-- tally: videos by hashtag, format top 2 per format
WITH RECURSIVE split(video, tag, rest) AS (
  SELECT video, NULL, hashtags || ' ' FROM videos WHERE hashtags IS NOT NULL
  UNION ALL
  SELECT video, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1) FROM split WHERE rest <> ''),
tags AS (SELECT DISTINCT video, lower(ltrim(tag, '#')) AS tag FROM split WHERE tag IS NOT NULL AND tag <> ''),
ranked AS (
  SELECT tag, format, count(*) AS videos, row_number() OVER (PARTITION BY format ORDER BY count(*) DESC, tag) AS place
  FROM tags JOIN videos USING (video) GROUP BY tag, format)
SELECT tag AS hashtag, format, videos FROM ranked WHERE place <= 2 ORDER BY videos DESC, tag, format;

-- tally: profile_views, new_followers by week having new_followers > 45 or profile_views > 700
SELECT date(date, 'weekday 0', '-6 days') AS week, sum(profile_views) AS profile_views, sum(new_followers) AS new_followers
FROM channel GROUP BY 1 HAVING sum(new_followers) > 45 OR sum(profile_views) > 700 ORDER BY 1;

-- tally: followers, videos by week during last 4 weeks
-- Two tables side by side: the channel's days and those of the videos.
WITH ends AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week, followers,
    row_number() OVER (PARTITION BY date(date, 'weekday 0', '-6 days') ORDER BY date DESC) AS place FROM channel),
counts AS (SELECT date(date, 'weekday 0', '-6 days') AS week, count(DISTINCT video) AS videos FROM daily GROUP BY 1)
SELECT week, followers, videos FROM ends JOIN counts USING (week) WHERE place = 1 AND week BETWEEN '2026-09-28' AND '2026-10-19'
ORDER BY week;

-- tally: followers, new_followers by quarter during 2025 with total
-- A level's total is its last value.
WITH ends AS (
  SELECT printf('%s-%02d-01', strftime('%Y', date), (strftime('%m', date) - 1) / 3 * 3 + 1) AS quarter, date, followers, new_followers
  FROM channel WHERE date BETWEEN '2025-01-01' AND '2025-12-31')
SELECT quarter, (SELECT followers FROM ends b WHERE b.quarter = a.quarter ORDER BY date DESC LIMIT 1) AS followers,
  sum(new_followers) AS new_followers, 'data' AS row
FROM ends a GROUP BY quarter
UNION ALL SELECT NULL, (SELECT followers FROM ends ORDER BY date DESC LIMIT 1), sum(new_followers), 'total' FROM ends;

-- tally: saves by video sort by saves / views descending, video top 5
SELECT video, saves FROM videos ORDER BY 1.0 * saves / views DESC, video LIMIT 5;

-- tally: saves by topic with share sort by saves_share ascending
SELECT topic, sum(saves) AS saves, 1.0 * sum(saves) / (SELECT sum(saves) FROM videos) AS saves_share FROM videos GROUP BY topic ORDER BY sum(saves), topic;

-- tally: saves by week, video top 2 per week with others during last 2 weeks
WITH cells AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week, video, sum(saves) AS saves FROM daily WHERE date BETWEEN '2026-10-12' AND '2026-10-25' GROUP BY 1, 2),
ranked AS (SELECT *, row_number() OVER (PARTITION BY week ORDER BY saves DESC, video) AS place FROM cells)
SELECT week, video, saves, row FROM (
  SELECT 0 AS part, week, video, saves, 'data' AS row FROM ranked WHERE place <= 2
  UNION ALL SELECT 1, week, NULL, sum(saves), 'others' FROM ranked WHERE place > 2 GROUP BY week)
ORDER BY part, CASE part WHEN 0 THEN -saves ELSE 0 END, week, video;

-- tally: saves by format, topic bottom 1 per format
WITH cells AS (SELECT format, topic, sum(saves) AS saves FROM videos GROUP BY 1, 2),
ranked AS (SELECT *, row_number() OVER (PARTITION BY format ORDER BY saves, topic) AS place FROM cells)
SELECT format, topic, saves FROM ranked WHERE place = 1 ORDER BY saves, format;

-- tally: videos by format where posted > 2026-01 and posted != 2026-Q3
SELECT format, count(*) AS videos FROM videos WHERE posted_day > '2026-01-31' AND NOT posted_day BETWEEN '2026-07-01' AND '2026-09-30'
GROUP BY format ORDER BY 2 DESC, format;

-- tally: videos by topic where topic in ("Soups", "SOURDOUGH") and sound contains "WALTZ" sort by topic
SELECT topic, count(*) AS videos FROM videos WHERE topic IN ('soups', 'sourdough') AND instr(lower(sound), 'waltz') > 0
GROUP BY topic ORDER BY topic;

-- tally: saves by video where topic = "soups" sort by saves ascending top 4
-- `top` ranks by the sort key: the lowest stand at the top here.
SELECT video, saves FROM videos WHERE topic = 'soups' ORDER BY saves, video LIMIT 4;

-- tally: saves by video where topic = "soups" sort by saves ascending bottom 4
SELECT video, saves FROM videos WHERE topic = 'soups' ORDER BY saves DESC, video LIMIT 4;

-- tally: saves by sound sort by sound top 3
SELECT sound, sum(saves) AS saves FROM videos GROUP BY sound ORDER BY sound LIMIT 3;

-- tally: saves by topic top 9 with total
SELECT topic, saves, row FROM (
  SELECT 0 AS part, topic, sum(saves) AS saves, 'data' AS row FROM videos GROUP BY topic
  UNION ALL SELECT 1, NULL, sum(saves), 'total' FROM videos) ORDER BY part, saves DESC, topic;

-- data: platforms
-- file: videos.csv
--| video,posted,platform,format,length,views,saves
--| a1,2026-01-02,tiktok,tutorial,30,100,10
--| a2,2026-01-03,tiktok,vlog,90,200,
--| a3,2026-01-04,instagram,tutorial,91,300,30
--| a4,2026-01-05,instagram,,45,400,40
--| a5,2026-01-06,tiktok,tutorial,,500,50
--| a6,2026-01-07,,vlog,60,600,60
--| a7,2026-01-08,tiktok,tutorial,31,,70
