-- Odd cells: spellings, signs, offsets, days without an hour, tags that overlap, nothing at all.

-- tally: videos, saves by hashtag with total
-- with: odd
-- A video counts for each of its tags; the total counts it once. Tags are stored in lower case.
SELECT column1 AS hashtag, column2 AS videos, column3 AS saves, column4 AS row FROM (VALUES
  ('soup', 3, 13, 'data'), ('bread', 1, 8, 'data'), ('easy', 1, 1, 'data'), (NULL, 3, 56, 'data'), (NULL, 6, 69, 'total'));

-- tally: saves by format
-- with: odd
-- Spellings that differ in case are groups of their own.
SELECT format, sum(saves) AS saves FROM videos GROUP BY format ORDER BY format IS NULL, sum(saves) DESC, format;

-- tally: saves by title where format = "VLOG" sort by title
-- with: odd
SELECT title, sum(saves) AS saves FROM videos WHERE lower(format) = 'vlog' GROUP BY title ORDER BY title IS NULL, title;

-- tally: videos by saves every 5
-- with: odd
SELECT column1 AS "saves every 5", column2 AS videos FROM (VALUES (-5, 1), (0, 2), (5, 2), (50, 1));

-- tally: videos by length every 30s where saves > 0
-- with: odd
SELECT length / 30 * 30 AS "length every 30s", count(*) AS videos FROM videos WHERE saves > 0 GROUP BY 1 ORDER BY 1 NULLS LAST;

-- tally: videos by day posted
-- with: odd
-- Written with an offset, the instant counts; a day without an hour is that day.
WITH RECURSIVE kept AS (SELECT date(posted) AS day FROM videos),
calendar(day) AS (SELECT min(day) FROM kept UNION ALL SELECT date(day, '+1 day') FROM calendar WHERE day < (SELECT max(day) FROM kept))
SELECT day AS "day posted", count(kept.day) AS videos FROM calendar LEFT JOIN kept USING (day) GROUP BY day
UNION ALL SELECT NULL, count(*) FROM kept WHERE day IS NULL;

-- tally: videos by hour posted
-- with: odd
-- A day without an hour has no hour.
SELECT CASE WHEN length(posted) > 10 THEN CAST(strftime('%H', posted) AS INTEGER) END AS "hour posted", count(*) AS videos
FROM videos GROUP BY 1 ORDER BY 1 NULLS LAST;

-- tally: videos where not posted < 2026-01-02
-- with: odd
SELECT count(*) AS videos FROM videos WHERE posted IS NULL OR NOT date(posted) < '2026-01-02';

-- tally: videos where posted is missing or posted != 2026-01-02
-- with: odd
SELECT count(*) AS videos FROM videos WHERE posted IS NULL OR NOT date(posted) = '2026-01-02';

-- tally: median saves per video, p25 saves per video by hashtag sort by hashtag
-- with: odd
SELECT column1 AS hashtag, column2 AS "median saves per video", column3 AS "p25 saves per video" FROM (VALUES
  ('bread', 8.0, 8.0), ('easy', 1.0, 1.0), ('soup', 4.0, 2.5), (NULL, 9.0, 3.0));

-- tally: likes, saves by video sort by likes ascending, saves
-- with: ties
-- What is missing stands last either way; equal rows go by the video.
SELECT video, likes, saves FROM videos ORDER BY likes NULLS LAST, saves DESC NULLS LAST, video;

-- tally: saves by format top 2 with others, share
-- with: ties
-- Three formats with 4 each: the first two of the alphabet. All adds up to 12.
SELECT column1 AS format, column2 AS saves, column2 / 12.0 AS saves_share, column3 AS row FROM (VALUES
  ('A', 4, 'data'), ('a', 4, 'data'), (NULL, 4, 'others'));

-- tally: likes - shares as net by format with share
-- with: ties
-- The total is 0: no part can be told.
SELECT format, sum(likes - shares) AS net, NULL AS net_share FROM videos GROUP BY format ORDER BY sum(likes - shares) DESC NULLS LAST, format;

-- tally: saves, videos by topic
-- with: strangers
-- Saves are in the days only. A video that the videos table lacks is kept there, without a topic; it counts videos of the table only.
SELECT topic, sum(saves) AS saves, (SELECT count(*) FROM videos v WHERE v.topic IS videos.topic) AS videos
FROM daily LEFT JOIN videos USING (video) GROUP BY topic ORDER BY topic IS NULL, sum(saves) DESC, topic;

-- tally: videos, saves by topic during 2026-01
-- with: strangers
SELECT topic, count(DISTINCT video) AS videos, sum(saves) AS saves FROM daily LEFT JOIN videos USING (video)
GROUP BY topic ORDER BY topic IS NULL, 2 DESC, topic;

-- tally: saves by video where topic != "soups"
-- with: strangers
SELECT video, sum(saves) AS saves FROM daily LEFT JOIN videos USING (video) WHERE topic IS NULL OR topic <> 'soups'
GROUP BY video ORDER BY 2 DESC, video;

-- tally: saves by video where views > 100
-- with: strangers
SELECT video, sum(saves) AS saves FROM daily LEFT JOIN videos USING (video) WHERE views > 100 GROUP BY video ORDER BY 2 DESC, video;

-- tally: saves by video where not views > 100
-- with: strangers
-- The two together are all videos.
SELECT video, sum(saves) AS saves FROM daily LEFT JOIN videos USING (video) WHERE views > 100 IS NOT 1 GROUP BY video ORDER BY 2 DESC, video;

-- tally: saves by day since posted
-- with: strangers
-- Without a posting day there is no age: one group, last.
SELECT CAST(julianday(date) - julianday(posted_day) AS INTEGER) AS "day since posted", sum(saves) AS saves
FROM daily LEFT JOIN videos USING (video) GROUP BY 1 ORDER BY 1 NULLS LAST;

-- data: odd
-- file: videos.csv
--| video,posted,title,format,hashtags,length,saves
--| o1,2026-01-01T23:30:00-05:00,+1 tip,vlog,#soup #Easy,30,1
--| o2,2026-01-02T00:30:00+01:00,=sum of soups,Vlog,#Soup,29,4
--| o3,2026-01-04,-10 degrees,vlog,#soup #bread,,8
--| o4,2026-01-05T10:00:00Z,plain,VLOG,,60,9
--| o5,,plain,tutorial,,61,-3
--| o6,2026-01-05T10:59:59Z,"say ""hi"", twice",,,95,50

-- data: ties
-- file: videos.csv
--| video,posted,format,likes,shares,saves
--| q1,2026-01-01,b,1,1,2
--| q2,2026-01-02,a,2,,4
--| q3,2026-01-03,A,,3,4
--| q4,2026-01-04,b,1,1,2
--| q5,2026-01-05,b,,,

-- data: strangers
-- file: videos.csv
--| video,posted,topic,views
--| w1,2026-01-05,soups,50
--| w2,2026-01-06,breads,500
--| w3,2026-01-06,,
-- file: daily.csv
--| video,date,saves
--| w1,2026-01-05,4
--| w2,2026-01-07,3
--| w9,2026-01-06,20
--| w9,2026-01-08,1
--| w3,2026-01-08,2
