"""The questions: what Tally is asked, and the same in SQL.

Macros stand for what databases spell differently: WEEK(x), MONTH(x), DAY(yyyy-mm-dd), MEDIAN(x), P90(x), F(x) for a
fraction, CONTAINS(text, part). LIFE(n) keeps the rows of videos with more than n views over all their rows, RATIO(a, b)
is one sum divided by another over the rows that have the first, and FROM28 is the first of the last 28 days. m is metrics.csv, v is videos.csv.
"""

import datetime
import re
import typing


class Question(typing.NamedTuple):
    """One question; `kind` says what bounds it: a pure scan, or something with groups."""

    name: str
    tally: str
    sql: str
    kind: str = "grouped"


QUESTIONS = [
    Question("q01", "saves", "select sum(saves) from m", "scan"),
    Question("q02", "videos where views > 1000",
             "select count(*) from (select video from m group by video having sum(views) > 1000) t", "scan"),
    Question("q03", "saves by week where views > 1000",
             "select WEEK(date) w, sum(saves) s from m where LIFE(1000) group by w order by w"),
    Question("q04", "saves / views as save_rate by format",
             "select format, RATIO(saves, views) r from m group by format order by r desc nulls last, format"),
    Question("q05", "saves by series top 10",
             "select series, sum(saves) s from m where series is not null group by series "
             "order by s desc nulls last, series limit 10"),
    Question("q06", "views by video top 10",
             "select video, sum(views) s from m group by video order by s desc nulls last, video limit 10"),
    Question("q07", 'saves by month where format = "reel" and traffic_source in ("feed 0", "search 0", "profile 0") '
                    "and views > 500",
             "select MONTH(date) w, sum(saves) s from m where format = 'reel' and traffic_source in "
             "('feed 0', 'search 0', 'profile 0') and LIFE(500) group by w order by w"),
    Question("q08", "views, likes, saves by month, traffic_source",
             "select MONTH(date) w, traffic_source, sum(views) a, sum(likes) b, sum(saves) c from m "
             "group by w, traffic_source order by w, traffic_source"),
    Question("q09", "median saves per video, p90 saves per video by format",
             "select format, MEDIAN(s) a, P90(s) b from (select format, video, F(sum(saves)) s from m "
             "group by format, video) t group by format order by a desc nulls last, format"),
    Question("q10", "saves by sound having saves > 100000",
             "select sound, sum(saves) s from m group by sound having sum(saves) > 100000 "
             "order by case when sound is null then 1 else 0 end, s desc, sound"),
    # Adding up per video before the join is faster in every peer than after it.
    Question("q11", "saves by topic",
             "select v.topic k, sum(t.s) s from (select video, sum(saves) s from m group by video) t "
             "join v on t.video = v.video group by k order by s desc nulls last, k"),
    # The window of a week ends with its last loaded day. Every day has rows, so 28 rows are 28 days.
    Question("q12", "rolling 4 weeks saves by week",
             "select w, case when n >= 28 then r end a from (select WEEK(date) w, row_number() over (order by date) n, "
             "sum(s) over (order by date rows between 27 preceding and current row) r, "
             "row_number() over (partition by WEEK(date) order by date desc) k "
             "from (select date, sum(saves) s from m group by date) t) u where k = 1 order by w"),
    Question("q13", "saves by format during last 28 days",
             "select format, sum(saves) s from m where date >= DAY(FROM28) group by format "
             "order by s desc nulls last, format"),
    Question("q14", "average saves per video by traffic_source having videos >= 100",
             "select traffic_source, avg(s) a from (select traffic_source, video, F(sum(saves)) s from m "
             "group by traffic_source, video) t group by traffic_source having count(*) >= 100 "
             "order by a desc nulls last, traffic_source"),
    Question("q15", "videos by month", "select MONTH(date) w, count(distinct video) c from m group by w order by w"),
    Question("q16", "views, likes, comments, shares, saves, watch_time",
             "select sum(views) a, sum(likes) b, sum(comments) c, sum(shares) d, sum(saves) e, sum(watch_time) f from m",
             "scan"),
    Question("q17", 'views by lang where title contains "cat"',
             "select v.lang k, sum(m.views) s from m join v on m.video = v.video where CONTAINS(v.title, 'cat') "
             "group by k order by s desc nulls last, k"),
    Question("q18", "saves / views as save_rate by series where views > 1000 during 2024-07 to 2024-12 "
                    "having videos > 20 sort by save_rate descending top 10",
             "select series, RATIO(saves, views) r from m where date >= DAY(2024-07-01) and date <= DAY(2024-12-31) "
             "and series is not null and LIFE(1000) group by series having count(distinct video) > 20 "
             "order by r desc nulls last, series limit 10"),
]

SHARED = {
    "LIFE": "video in (select video from m group by video having sum(views) > {0})",
    "RATIO": "F(sum({0})) / nullif(F(sum({1}) filter (where {0} is not null)), 0)",
}
STANDARD = {
    "WEEK": "date_trunc('week', {0})", "MONTH": "date_trunc('month', {0})", "DAY": "DATE '{0}'",
    "MEDIAN": "quantile_cont({0}, 0.5)", "P90": "quantile_cont({0}, 0.9)", "F": "cast({0} as double)",
    "CONTAINS": "contains({0}, {1})",
}


def arguments(text):
    """The arguments of a macro whose parenthesis was just opened, and the length up to behind its end."""
    depth, start, found = 1, 0, []
    for index, character in enumerate(text):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if depth == 0 or (depth == 1 and character == ","):
            found.append(text[start:index].strip())
            start = index + 1
        if depth == 0:
            return found, index + 1
    raise ValueError(f"a parenthesis stays open: {text}")


def in_dialect(sql, last_day, rules):
    """SQL with its macros written out; `last_day` is the last day in the data."""
    sql = sql.replace("FROM28", str(last_day - datetime.timedelta(27)))
    for name, rule in {**SHARED, **rules}.items():
        while found := re.search(rf"\b{name}\(", sql):
            values, length = arguments(sql[found.end():])
            sql = sql[:found.start()] + rule.format(*values) + sql[found.end() + length:]
    return sql


def all_in(last_day, rules):
    """Every question's SQL by name."""
    return {question.name: in_dialect(question.sql, last_day, rules) for question in QUESTIONS}
