-- Words instead of numbers in `where`: the middle, the mean or a percentile of all videos, before the filter, missing left out.

-- tally: views, saves, save_rate by video where views > p75 and save_rate < median top 10
WITH rates AS (SELECT video, views, saves, 1.0 * saves / views AS rate FROM videos),
ranked AS (
  SELECT views, rate, row_number() OVER (ORDER BY views) - 1 AS byviews, row_number() OVER (ORDER BY rate) - 1 AS byrate,
    count(*) OVER () AS n FROM rates),
marks AS (
  SELECT sum(views * max(0, 1 - abs(byviews - 0.75 * (n - 1)))) AS p75, sum(rate * max(0, 1 - abs(byrate - 0.5 * (n - 1)))) AS middle
  FROM ranked)
SELECT video, views, saves, rate AS save_rate FROM rates, marks WHERE views > p75 AND rate < middle
ORDER BY views DESC, video LIMIT 10;

-- tally: views, saves, save_rate by video where views between 1000 and 20000 and save_rate > p75 sort by save_rate descending
WITH rates AS (SELECT video, views, saves, 1.0 * saves / views AS rate FROM videos),
ranked AS (SELECT rate, row_number() OVER (ORDER BY rate) - 1 AS place, count(*) OVER () AS n FROM rates),
marks AS (SELECT sum(rate * max(0, 1 - abs(place - 0.75 * (n - 1)))) AS p75 FROM ranked)
SELECT video, views, saves, rate AS save_rate FROM rates, marks WHERE views BETWEEN 1000 AND 20000 AND rate > p75
ORDER BY rate DESC, video;

-- tally: videos by format where views between p25 and p75
WITH ranked AS (SELECT views, row_number() OVER (ORDER BY views) - 1 AS place, count(*) OVER () AS n FROM videos),
marks AS (
  SELECT sum(views * max(0, 1 - abs(place - 0.25 * (n - 1)))) AS p25, sum(views * max(0, 1 - abs(place - 0.75 * (n - 1)))) AS p75
  FROM ranked)
SELECT format, count(*) AS videos FROM videos, marks WHERE views BETWEEN p25 AND p75
GROUP BY format ORDER BY count(*) DESC, format;

-- tally: videos, saves where likes < average
SELECT count(*) AS videos, sum(saves) AS saves FROM videos WHERE likes < (SELECT avg(likes) FROM videos);

-- tally: saves by video where saves >= highest or comments = lowest
SELECT video, saves FROM videos
WHERE saves >= (SELECT max(saves) FROM videos) OR comments = (SELECT min(comments) FROM videos) ORDER BY saves DESC, video;

-- tally: views by video where format = "vlog" and saves per 1000 views > p90 and shares / views > median
-- A benchmark is over all videos, not over the vlogs.
WITH rates AS (SELECT video, format, views, 1000.0 * saves / views AS kept, 1.0 * shares / views AS shared FROM videos),
ranked AS (
  SELECT kept, shared, row_number() OVER (ORDER BY kept) - 1 AS bykept, row_number() OVER (ORDER BY shared) - 1 AS byshared,
    count(*) OVER () AS n FROM rates),
marks AS (
  SELECT sum(kept * max(0, 1 - abs(bykept - 0.9 * (n - 1)))) AS p90, sum(shared * max(0, 1 - abs(byshared - 0.5 * (n - 1)))) AS middle
  FROM ranked)
SELECT video, views FROM rates, marks WHERE format = 'vlog' AND kept > p90 AND shared > middle ORDER BY views DESC, video;

-- tally: saves by video where saves within 7 days > p90 sort by saves within 7 days
-- Over the videos whose first week is loaded.
WITH first AS (
  SELECT video, sum(daily.saves) AS early FROM videos JOIN daily USING (video)
  WHERE posted_day <= date('2026-10-29', '-6 days') AND date BETWEEN posted_day AND date(posted_day, '+6 days') GROUP BY video),
ranked AS (SELECT early, row_number() OVER (ORDER BY early) - 1 AS place, count(*) OVER () AS n FROM first)
SELECT video, saves FROM videos JOIN first USING (video)
WHERE early > (SELECT sum(early * max(0, 1 - abs(place - 0.9 * (n - 1)))) FROM ranked)
ORDER BY early DESC, video;

-- tally: saves by week where views > median during last 8 weeks
-- The filter looks at the life, the item at the weeks.
WITH middle AS (
  SELECT avg(views) AS views FROM (
    SELECT views, row_number() OVER (ORDER BY views) AS place, count(*) OVER () AS n FROM videos)
  WHERE place IN ((n + 1) / 2, n / 2 + 1))
SELECT date(date, 'weekday 0', '-6 days') AS week, sum(daily.saves) AS saves FROM daily JOIN videos USING (video)
WHERE videos.views > (SELECT views FROM middle) AND date BETWEEN '2026-08-31' AND '2026-10-25' GROUP BY 1 ORDER BY 1;

-- tally: videos where saves > median
-- with: days
-- Without a videos table: the days of each video, added up.
WITH totals AS (SELECT video, sum(saves) AS saves FROM daily GROUP BY video),
ranked AS (SELECT saves, row_number() OVER (ORDER BY saves) - 1 AS place, count(*) OVER () AS n FROM totals)
SELECT count(*) AS videos FROM totals WHERE saves > (SELECT sum(saves * max(0, 1 - abs(place - 0.5 * (n - 1)))) FROM ranked);

-- tally: videos by topic where saves > median
-- options: --as-of 2025-06-30
-- Over the videos posted by then.
WITH shown AS (SELECT * FROM videos WHERE posted_day <= '2025-06-30'),
ranked AS (SELECT saves, row_number() OVER (ORDER BY saves) - 1 AS place, count(*) OVER () AS n FROM shown)
SELECT topic, count(*) AS videos FROM shown WHERE saves > (SELECT sum(saves * max(0, 1 - abs(place - 0.5 * (n - 1)))) FROM ranked)
GROUP BY topic ORDER BY count(*) DESC, topic;

-- tally: videos by video where saves > average or likes is missing sort by video
-- with: holes
-- The mean of those that have a value: 20.
SELECT video, 1 AS videos FROM videos WHERE saves > (SELECT avg(saves) FROM videos) OR likes IS NULL ORDER BY video;

-- tally: videos where saves > average
-- with: parts
-- Saves are in the daily table only; the mean is over the videos of the videos table, t3 has none.
WITH sums AS (SELECT video, sum(saves) AS saves FROM daily WHERE video IN (SELECT video FROM videos) GROUP BY video)
SELECT count(*) AS videos FROM sums WHERE saves > (SELECT avg(saves) FROM sums);

-- data: holes
-- file: videos.csv
--| video,posted,saves,likes
--| g1,2026-01-01,10,1
--| g2,2026-01-02,,2
--| g3,2026-01-03,20,3
--| g4,2026-01-04,30,
--| g5,2026-01-05,20,5

-- data: parts
-- file: videos.csv
--| video,posted
--| u1,2026-01-05
--| u2,2026-01-06
--| u3,2026-01-07
-- file: daily.csv
--| video,date,saves
--| u1,2026-01-05,10
--| u2,2026-01-15,3
--| u2,2026-01-16,30
--| u4,2026-01-16,900
