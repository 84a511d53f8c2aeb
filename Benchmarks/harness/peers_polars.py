"""Polars: the questions as expressions, because its SQL lacks some of what they need."""

import datetime

from peers import COUNTS, TEXTS


def by_amount(frame, *columns):
    """In order of the first column, largest first, then by the others."""
    return frame.sort(*columns, descending=[True] + [False] * (len(columns) - 1), nulls_last=True)


def top(frame, *columns):
    """The first ten by amount."""
    return by_amount(frame.top_k(10, by=columns, reverse=[False, True]), *columns)


class Polars:
    """With the types that it infers."""

    engine = "in-memory"
    types = {}

    def __init__(self):
        import polars
        self.polars, self.version = polars, polars.__version__

    def load(self, folder, threads):
        polars = self.polars
        types = {name: getattr(polars, kind) for name, kind in self.types.items()}
        self.metrics = polars.read_csv(
            f"{folder}/metrics.csv", try_parse_dates=True, schema_overrides={"watch_time": polars.Float64, **types})
        if types:
            self.metrics = self.metrics.rechunk()
        self.videos = polars.read_csv(f"{folder}/videos.csv", try_parse_dates=True)

    def prepare(self):
        pl, col = self.polars, self.polars.col
        m, v, last = self.metrics.lazy(), self.videos.lazy(), self.metrics["date"].max()

        def total(*names):
            return [col(name).cast(pl.Int64).sum() for name in names]

        # Views count where saves are known; nothing divided by nothing is missing.
        known_views = col.views.filter(col.saves.is_not_null()).cast(pl.Int64).sum()
        rate = pl.when(col.views != 0).then(col.saves / col.views).alias("rate")

        def per_video(key):
            """Saves of each video inside a group; a video without any has none, and not 0."""
            sums = m.group_by(key, "video").agg(*total("saves"), col.saves.count().alias("n"))
            return sums.with_columns(pl.when(col.n > 0).then(col.saves).alias("saves")).group_by(key)

        def of_videos_above(views, frame):
            kept = m.group_by("video").agg(*total("views")).filter(col.views > views).select("video")
            return frame.join(kept, on="video", how="semi")

        week, month = col("date").dt.truncate("1w").alias("week"), col("date").dt.truncate("1mo").alias("month")
        sources = ["feed 0", "search 0", "profile 0"]
        half = m.filter((col.date >= datetime.date(2024, 7, 1)) & (col.date <= datetime.date(2024, 12, 31))
                        & col.series.is_not_null())
        cats = v.filter(col.title.str.contains("cat", literal=True)).select("video", "lang")
        chosen = m.filter((col.format == "reel") & col.traffic_source.is_in(sources))
        ranked = of_videos_above(1000, half).group_by("series").agg(
            *total("saves"), known_views, col.video.n_unique().alias("n")).filter(col.n > 20).select("series", rate)
        self.questions = {
            "q01": m.select(*total("saves")),
            "q02": m.group_by("video").agg(*total("views")).filter(col.views > 1000).select(pl.len()),
            "q03": of_videos_above(1000, m).group_by(week).agg(*total("saves")).sort("week"),
            "q04": by_amount(m.group_by("format").agg(*total("saves"), known_views).select(
                "format", rate), "rate", "format"),
            "q05": top(m.filter(col.series.is_not_null()).group_by("series").agg(*total("saves")), "saves", "series"),
            "q06": top(m.group_by("video").agg(*total("views")), "views", "video"),
            "q07": of_videos_above(500, chosen).group_by(month).agg(*total("saves")).sort("month"),
            "q08": m.group_by(month, col.traffic_source.cast(pl.String)).agg(
                *total("views", "likes", "saves")).sort("month", "traffic_source"),
            "q09": by_amount(per_video("format").agg(
                col.saves.median().alias("a"), col.saves.quantile(0.9, "linear").alias("b")), "a", "format"),
            "q10": m.group_by("sound").agg(*total("saves")).filter(col.saves > 100000).sort(
                col.sound.is_null(), "saves", "sound", descending=[False, True, False]),
            "q11": by_amount(m.group_by("video").agg(*total("saves")).join(
                v.select("video", "topic"), on="video").group_by("topic").agg(*total("saves")), "saves", "topic"),
            "q12": m.group_by("date").agg(*total("saves")).sort("date").select(
                week, col.saves.rolling_sum(28)).group_by("week", maintain_order=True).last(),
            "q13": by_amount(m.filter(col.date >= last - datetime.timedelta(27)).group_by("format").agg(
                *total("saves")), "saves", "format"),
            "q14": by_amount(per_video("traffic_source").agg(col.saves.mean(), pl.len().alias("n")).filter(
                col.n >= 100).select("traffic_source", "saves"), "saves", "traffic_source"),
            "q15": m.group_by(month).agg(col.video.n_unique()).sort("month"),
            "q16": m.select(*total(*COUNTS), col.watch_time.sum()),
            "q17": by_amount(m.join(cats, on="video").group_by("lang").agg(*total("views")), "views", "lang"),
            "q18": top(ranked, "rate", "series"),
        }

    def run(self, name):
        return self.questions[name].collect(engine=self.engine)

    def rows(self, result):
        return result.rows()


class PolarsTuned(Polars):
    """With categories and 32-bit numbers."""

    types = {**{name: "Categorical" for name in TEXTS}, **{name: "UInt32" for name in COUNTS}}


class PolarsStreaming(PolarsTuned):
    """The same, with the streaming engine."""

    engine = "streaming"
