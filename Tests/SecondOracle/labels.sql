-- Words of one's own: groups, labels, metrics, reports and parameters.

-- tally: saves, videos by format where evergreen
-- first: define group evergreen = posted < 2026-01-01 and saves > median
WITH ranked AS (SELECT saves, row_number() OVER (ORDER BY saves) - 1 AS place, count(*) OVER () AS n FROM videos),
middle AS (SELECT sum(saves * max(0, 1 - abs(place - 0.5 * (n - 1)))) AS saves FROM ranked)
SELECT format, sum(videos.saves) AS saves, count(*) AS videos FROM videos, middle
WHERE posted_day < '2026-01-01' AND videos.saves > middle.saves GROUP BY format ORDER BY 2 DESC, format;

-- tally: videos where not evergreen
-- first: define group evergreen = posted < 2026-01-01 and saves > median
WITH ranked AS (SELECT saves, row_number() OVER (ORDER BY saves) - 1 AS place, count(*) OVER () AS n FROM videos),
middle AS (SELECT sum(saves * max(0, 1 - abs(place - 0.5 * (n - 1)))) AS saves FROM ranked)
SELECT count(*) AS videos FROM videos, middle WHERE NOT (posted_day < '2026-01-01' AND videos.saves > middle.saves);

-- tally: saves, save_rate by opening
-- first: define label opening = "question" where title contains "?", "how-to" where title starts with "How", else "statement"
-- The first arm that matches wins.
WITH labelled AS (
  SELECT CASE WHEN instr(title, '?') > 0 THEN 'question' WHEN lower(substr(title, 1, 3)) = 'how' THEN 'how-to'
    ELSE 'statement' END AS opening, saves, views
  FROM videos)
SELECT opening, sum(saves) AS saves, 1.0 * sum(saves) / sum(views) AS save_rate FROM labelled
GROUP BY opening ORDER BY 2 DESC, opening;

-- tally: saves by reach_class, format during last 4 weeks
-- first: define label reach_class = "wide" where views >= p75, "narrow" where views < p25
-- Without `else` the rest has no label: a group of its own, last.
WITH ranked AS (SELECT views, row_number() OVER (ORDER BY views) - 1 AS place, count(*) OVER () AS n FROM videos),
marks AS (
  SELECT sum(views * max(0, 1 - abs(place - 0.25 * (n - 1)))) AS p25, sum(views * max(0, 1 - abs(place - 0.75 * (n - 1)))) AS p75
  FROM ranked)
SELECT CASE WHEN videos.views >= p75 THEN 'wide' WHEN videos.views < p25 THEN 'narrow' END AS reach_class, format,
  sum(daily.saves) AS saves
FROM daily JOIN videos USING (video), marks WHERE date BETWEEN '2026-09-28' AND '2026-10-25'
GROUP BY 1, 2 ORDER BY reach_class IS NULL, sum(daily.saves) DESC, reach_class, format;

-- tally: videos by topic where size = "long" or size is missing
-- first: define label size = "short" where length < 30s, "long" where length > 2min
SELECT topic, count(*) AS videos FROM videos WHERE length > 120 OR length BETWEEN 30 AND 120
GROUP BY topic ORDER BY 2 DESC, topic;

-- tally: saved by week during last 6 weeks
-- first: define metric saved = saves / views
SELECT date(date, 'weekday 0', '-6 days') AS week, 1.0 * sum(saves) / sum(views) AS saved FROM channel
WHERE date BETWEEN '2026-09-14' AND '2026-10-25' GROUP BY 1 ORDER BY 1;

-- tally: engaged / views, engaged by format top 2
-- first: define metric engaged = likes + comments + shares + saves
SELECT format, 1.0 * sum(likes + comments + shares + saves) / sum(views) AS "engaged / views",
  sum(likes + comments + shares + saves) AS engaged
FROM videos GROUP BY format ORDER BY 2 DESC, format LIMIT 2;

-- tally: run weekly with period = last 4 weeks
-- first: define report weekly = saves, save_rate by week during {period} vs previous
WITH weeks AS (
  SELECT date(date, 'weekday 0', '-6 days') AS week, sum(saves) AS s, 1.0 * sum(saves) / sum(views) AS r FROM channel GROUP BY 1)
SELECT a.week, a.s AS saves, b.s AS saves_before, a.s - b.s AS saves_change, 1.0 * (a.s - b.s) / b.s AS saves_change_rate,
  a.r AS save_rate, b.r AS save_rate_before, a.r - b.r AS save_rate_change, a.r / b.r - 1 AS save_rate_change_rate
FROM weeks a JOIN weeks b ON b.week = date(a.week, '-7 days')
WHERE a.week BETWEEN '2026-09-28' AND '2026-10-19' ORDER BY a.week;

-- tally: saves by video where topic = {theme} and posted during {when} sort by saves ascending
-- first: param theme = "soups"
-- first: param when = 2026-Q2
SELECT video, saves FROM videos WHERE topic = 'soups' AND posted_day BETWEEN '2026-04-01' AND '2026-06-30' ORDER BY saves, video;

-- tally: videos by format where length > {limit} and save_rate > {floor}
-- first: param limit = 1min
-- first: param floor = 2%
SELECT format, count(*) AS videos FROM videos WHERE length > 60 AND 1.0 * saves / views > 0.02
GROUP BY format ORDER BY 2 DESC, format;

-- tally: videos
-- first: assert (save_rate during last 4 weeks) > 2%
-- first: assert no rows (videos by video where views is missing)
-- Both hold, and so the question behind them is answered.
SELECT CASE WHEN (SELECT 1.0 * sum(saves) / sum(views) FROM channel WHERE date BETWEEN '2026-09-28' AND '2026-10-25') > 0.02
  AND NOT EXISTS (SELECT * FROM videos WHERE views IS NULL) THEN (SELECT count(*) FROM videos) END AS videos;

-- tally: early, videos by format where early > median
-- first: define metric early = saves within 7 days / views within 7 days
WITH first AS (
  SELECT video, format, sum(daily.saves) AS saves, sum(daily.views) AS views FROM videos JOIN daily USING (video)
  WHERE posted_day <= date('2026-10-29', '-6 days') AND date BETWEEN posted_day AND date(posted_day, '+6 days') GROUP BY 1, 2),
ranked AS (
  SELECT *, 1.0 * saves / views AS rate, row_number() OVER (ORDER BY 1.0 * saves / views) - 1 AS place, count(*) OVER () AS n FROM first),
middle AS (SELECT sum(rate * max(0, 1 - abs(place - 0.5 * (n - 1)))) AS rate FROM ranked)
SELECT format, 1.0 * sum(saves) / sum(views) AS early, count(*) AS videos FROM ranked, middle
WHERE ranked.rate > middle.rate GROUP BY format ORDER BY 2 DESC, format;

-- tally: saves by kind, format top 1 per kind
-- first: define group loved = save_rate > p75 and not views < 1000
-- first: define label kind = "gem" where loved and (topic = "soups" or topic = "sourdough"), "other gem" where loved, else "rest"
WITH ranked AS (
  SELECT *, 1.0 * saves / views AS rate, row_number() OVER (ORDER BY 1.0 * saves / views) - 1 AS place, count(*) OVER () AS n FROM videos),
mark AS (SELECT sum(rate * max(0, 1 - abs(place - 0.75 * (n - 1)))) AS p75 FROM ranked),
cells AS (
  SELECT CASE WHEN rate > p75 AND views >= 1000 AND topic IN ('soups', 'sourdough') THEN 'gem'
    WHEN rate > p75 AND views >= 1000 THEN 'other gem' ELSE 'rest' END AS kind, format, sum(saves) AS saves
  FROM ranked, mark GROUP BY 1, 2)
SELECT kind, format, saves FROM (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY saves DESC, format) AS place FROM cells)
WHERE place = 1 ORDER BY saves DESC, kind, format;

-- tally: kept, kept * 2 as twice by month during 2026-Q2
-- first: define metric touched = saves + shares
-- first: define metric kept = touched / views
SELECT substr(date, 1, 7) || '-01' AS month, 1.0 * sum(saves + shares) / sum(views) AS kept, 2.0 * sum(saves + shares) / sum(views) AS twice
FROM channel WHERE date BETWEEN '2026-04-01' AND '2026-06-30' GROUP BY 1 ORDER BY 1;
