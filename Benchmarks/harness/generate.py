#!/usr/bin/env python3
"""Writes an invented channel as two files: metrics.csv (what a video gained on a day from a traffic source), videos.csv.

    generate.py --rows 1000000 --out FOLDER [--order date|shuffle|video]

The same arguments give the same bytes. A day, video and traffic source stand together once at most. Format, sound and
series belong to the video; about 1 % of the videos have no sound or no series, and about 1 % of the comments, saves and
watch times are missing. Nothing in either file is about a person.
"""

import argparse
import csv
import pathlib

import numpy as np
import pyarrow as pa
import pyarrow.csv

FORMATS = "reel short long live story duet stitch carousel clip tutorial vlog ad".split()
TOPICS = "comedy beauty fitness food gaming music travel tech pets diy education fashion news sports dance finance".split()
SOURCES = [f"{s} {i}" for i in range(10) for s in ("feed", "search", "profile", "sound page", "hashtag page", "share")]
LANGUAGES = "en es pt ja ko ru fr".split()
WORDS = ("cat dance summer recipe crème jalapeño 東京 서울 привет workout unboxing tutorial part finale review lofi gym "
         "sunset über niño café hack diy makeup trick vs vlog morning routine haul stream clip épica música").split()
FIRST_DAY, DAYS = np.datetime64("2023-01-02"), 730  # a Monday
STEP = 2_000_000


def skewed(random, size, count, power):
    """Numbers below `size`, small ones far more often than large ones."""
    weights = np.cumsum(1.0 / np.power(np.arange(size) + 2.0, power))
    return np.searchsorted(weights / weights[-1], random.random(count)).clip(0, size - 1)


def named(random, names, codes, missing=0.0):
    """Codes as a dictionary column of names, a share of them missing."""
    mask = random.random(len(codes)) < missing if missing else None
    return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32), mask=mask), pa.array(names))


def title(random):
    """A title, some of them with commas, quotes or emoji."""
    text = " ".join(random.choice(WORDS, random.integers(2, 9)))
    ends = {4: " 🔥😂", 5: f" (pt. {random.integers(9)})", 6: ', the "real" one'}
    kind = random.integers(20)
    return text.replace(" ", ", ", 1) if kind < 4 else text + ends.get(kind, "")


class Channel:
    """The videos, one number of each array a video."""

    def __init__(self, random, count):
        self.count = count
        self.ids = 7_200_000_000_000_000_000 + np.sort(random.choice(9 * 10**10, count, replace=False)) * 1_000_003
        self.posted = np.sort(random.integers(0, DAYS, count))
        self.reach = np.exp(random.normal(7.0, 1.9, count))
        self.rank = random.permutation(count)
        series = [f"{WORDS[i % 20]} no. {i}" for i in range(5000)]
        sounds = [f"original sound {i}" if i % 3 else f"song no. {i}" for i in range(3000)]
        self.formats = named(random, FORMATS, skewed(random, 12, count, 0.9))
        self.series = named(random, series, skewed(random, 5000, count, 0.8), missing=0.01)
        self.sounds = named(random, sounds, skewed(random, 3000, count, 0.9), missing=0.01)

    def write(self, random, path):
        """Writes videos.csv."""
        with path.open("w", newline="", encoding="utf-8") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(["video", "title", "posted", "length", "topic", "lang"])
            topics, languages = random.integers(0, 16, self.count), skewed(random, 7, self.count, 1.0)
            for index, video in enumerate(self.ids):
                out.writerow([video, title(random), FIRST_DAY + self.posted[index], random.integers(5, 600),
                              TOPICS[topics[index]], LANGUAGES[languages[index]]])


def keys(random, rows, channel, order):
    """Distinct (day, video, traffic source) of every row, in the order asked for."""
    weights = np.cumsum(1.0 / np.power(np.arange(60) + 3.0, 1.1))
    chunks = []
    for low in range(0, rows, STEP):  # each chunk has days of its own, so that no two of them can collide
        size = min(STEP, rows - low)
        days = low * DAYS // rows, max(low * DAYS // rows + 1, (low + size) * DAYS // rows)
        found = np.empty(0, np.int64)
        while len(found) < size:
            more = int((size - len(found)) * 1.2) + 1000
            video = channel.rank[skewed(random, channel.count, more, 0.6)]
            source = np.searchsorted(weights / weights[-1], random.random(more)).clip(0, 59)
            found = np.unique(np.concatenate([found, (random.integers(*days, more) * channel.count + video) * 60 + source]))
        found = random.permutation(random.choice(found, size, replace=False))
        chunks.append(found[np.argsort(found // (60 * channel.count), kind="stable")])
    key = np.concatenate(chunks)
    if order == "shuffle":
        key = random.permutation(key)
    if order == "video":
        key = key[np.argsort((key // 60) % channel.count, kind="stable")]
    return key // (60 * channel.count), (key // 60) % channel.count, key % 60


def metrics(random, channel, day, video, source):
    """Some rows of metrics.csv: views fall with the age of a video, everything else follows the views."""
    size = len(day)
    age = (day - channel.posted[video]) % DAYS
    views = np.minimum(channel.reach[video] * np.exp(random.normal(0, 0.8, size)) / (1 + age / 14.0), 4e8).astype(np.int64)
    likes = (views * random.beta(2, 30, size)).astype(np.int64)
    gaps = [random.random(size) < 0.01 for _ in range(3)]
    return pa.table({
        "date": pa.array((FIRST_DAY + day).astype("datetime64[D]")), "video": channel.ids[video],
        "format": channel.formats.take(pa.array(video)), "series": channel.series.take(pa.array(video)),
        "sound": channel.sounds.take(pa.array(video)), "traffic_source": named(random, SOURCES, source),
        "views": views, "likes": likes,
        "comments": pa.array((likes * random.beta(1, 30, size)).astype(np.int64), mask=gaps[0]),
        "shares": (views * random.beta(1, 150, size)).astype(np.int64),
        "saves": pa.array((views * random.beta(1.2, 80, size)).astype(np.int64), mask=gaps[1]),
        "watch_time": pa.array(np.round(views * random.gamma(2.0, 5.0, size), 1), mask=gaps[2])})


def main():
    """Reads the command line and writes both files."""
    parser = argparse.ArgumentParser(description="Writes an invented channel of videos.")
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--order", choices=["date", "shuffle", "video"], default="date")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(1)
    channel = Channel(random, min(200_000, max(20_000, options.rows // 100)) if options.rows > 20_000 else 200)
    channel.write(random, options.out / "videos.csv")
    columns = keys(random, options.rows, channel, options.order)
    with pa.OSFile(str(options.out / "metrics.csv"), "wb") as file:
        for low in range(0, options.rows, STEP):
            table = metrics(random, channel, *(column[low:low + STEP] for column in columns))
            if low == 0:
                file.write((",".join(table.column_names) + "\n").encode())
            texts = [field.with_type(pa.string()) if pa.types.is_dictionary(field.type) else field for field in table.schema]
            style = pyarrow.csv.WriteOptions(include_header=False, quoting_style="none")
            pyarrow.csv.write_csv(table.cast(pa.schema(texts)), file, style)


if __name__ == "__main__":
    main()
