#!/usr/bin/env python3
"""Writes the tables of Examples/channel: an invented creator's channel, always the same bytes.

    Examples/generate.py            write the five files
    Examples/generate.py --check    compare them with what is committed; exit status 1 if they differ

Needs Python 3 and nothing else. Randomness comes from one fixed seed, and only + - * / and whole-number
arithmetic are used on it, so every machine writes the same bytes. The stories told in README.md are not left
to chance: `check_stories` fails if one of them no longer holds.
"""

import csv
import io
import pathlib
import random
import sys
from datetime import date, datetime, timedelta, timezone

SEED = 20241101
FIRST_DAY = date(2024, 11, 1)
LAST_DAY = date(2026, 10, 29)  # a Thursday: the last week is cut
GAP = [date(2026, 3, 10) + timedelta(days=n) for n in range(4)]  # days that the exports do not hold
HORIZON = 540  # days after which a video has had (nearly) all its views
FOLDER = pathlib.Path(__file__).resolve().parent / "channel"
ACTIONS = ["likes", "comments", "shares", "saves"]

TOPICS = ["sourdough", "soups", "budget meals", "knife skills"]
FORMATS = ["tutorial", "vlog", "quick tip"]
HOOKS = ["question", "how-to", "mistake", "promise"]
SOUNDS = ["original sound", "Kettle Waltz", "Slow Market", "Night Bus Lo-fi", "台所のうた"]

# How often a view becomes a save, by topic; a tutorial is kept more often than its neighbours in every topic ...
SAVE_RATE = {"sourdough": 0.058, "soups": 0.041, "budget meals": 0.031, "knife skills": 0.009}
FORMAT_EFFECT = {"tutorial": 1.32, "vlog": 0.96, "quick tip": 1.04}
# ... but tutorials are mostly made about the topic that is kept least: what wins in every topic loses overall.
VIDEOS_OF = {
    ("tutorial", "sourdough"): 5, ("tutorial", "soups"): 4, ("tutorial", "budget meals"): 4,
    ("tutorial", "knife skills"): 53,
    ("vlog", "sourdough"): 24, ("vlog", "soups"): 20, ("vlog", "budget meals"): 14, ("vlog", "knife skills"): 8,
    ("quick tip", "sourdough"): 26, ("quick tip", "soups"): 19, ("quick tip", "budget meals"): 16,
    ("quick tip", "knife skills"): 7,
}

THINGS = {
    "sourdough": ["rye starters", "focaccia", "cold-proofed loaves", "discard crackers", "baguettes", "bagels",
                  "no-knead boules", "シナモンロール", "pizza dough", "sandwich loaves"],
    "soups": ["ramen broth", "miso soup", "만두국", "borscht", "leek and potato soup", "winter minestrone",
              "lentil soup", "番茄蛋花汤", "cold cucumber soup", "stock from scraps"],
    "budget meals": ["lunches for a week", "rice bowls", "one-pot pasta", "3 euro curry", "freezer dumplings",
                     "bean chilli", "leftover fried rice", "market-day salad", "oven potatoes", "egg toast"],
    "knife skills": ["dull knives", "the claw grip", "onions", "whole squash", "herbs", "包丁 care", "garlic",
                     "whetstones", "julienne", "round cutting boards"],
}
WORDS = {
    "question": ["{}: worth the time?", "What went wrong with {}?", "Why bother with {}?"],
    "how-to": ["How I do {}", "How to start with {}", "{}, step by step"],
    "mistake": ["One mistake with {}", "Stop doing this to {}", "I got {} wrong for years"],
    "promise": ["{} in ten minutes", "{} without fail", "Better {} with one change"],
}
DECORATION = {
    "sourdough": ["🍞", "🥖", "", "🥐✨"], "soups": ["🍲", "🥣", "", "🍜🇯🇵"],
    "budget meals": ["💶", "", "🍚", "👩‍🍳"], "knife skills": ["🔪", "", "🧅", "❗️"],
}
HASHTAGS = {
    "sourdough": ["sourdough", "bread", "baking"], "soups": ["soup", "onepot", "comfortfood"],
    "budget meals": ["budget", "mealprep", "leftovers"], "knife skills": ["knifeskills", "kitchenbasics", "sharp"],
}


class Chance:
    """Repeatable chance: uniform numbers of one seed and what can be made of them with exact arithmetic."""

    def __init__(self, seed):
        self.source = random.Random(seed)

    def between(self, low, high):
        return low + (high - low) * self.source.random()

    def pick(self, values):
        return values[int(self.source.random() * len(values))]

    def shuffled(self, values):
        """Fisher-Yates, written out so that no library version can change it."""
        result = list(values)
        for last in range(len(result) - 1, 0, -1):
            other = int(self.source.random() * (last + 1))
            result[last], result[other] = result[other], result[last]
        return result


def days_between(first, last):
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def posting_days(count, chance):
    """Days of posting, ascending: three of five videos go up on a Saturday or Sunday, at most two on one day."""
    weekend, weekdays = [], []
    for day in days_between(FIRST_DAY + timedelta(days=1), LAST_DAY - timedelta(days=1)):
        (weekend if day.weekday() >= 5 else weekdays).append(day)
    on_weekends = count * 3 // 5
    chosen = chance.shuffled(weekend)[:on_weekends] + chance.shuffled(weekdays)[: count - on_weekends]
    return sorted(chosen)


def title_of(topic, hook, seen, chance):
    thing = chance.pick(THINGS[topic])
    text = chance.pick(WORDS[hook]).format(thing)
    text = text[0].upper() + text[1:]
    seen[text] = seen.get(text, 0) + 1
    if seen[text] > 1:
        text += f", part {seen[text]}"
    return " ".join(part for part in [text, chance.pick(DECORATION[topic])] if part)


def make_videos(chance):
    """One dictionary a video, in posting order, with its plan: views in its lifetime, rates, pace."""
    kinds = chance.shuffled([kind for kind, count in VIDEOS_OF.items() for _ in range(count)])
    days = posting_days(len(kinds), chance)
    seen, videos = {}, []
    for number, (day, (form, topic)) in enumerate(zip(days, kinds), start=1):
        hook = chance.pick(HOOKS)
        minute = int(chance.between(16 * 60, 20 * 60))
        luck = chance.between(0.35, 1.3)
        spread = 1 / (1.05 - chance.between(0, 0.8))  # a few videos go much further than the rest
        video = {
            "video": f"v{number:03}",
            "posted": datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=timezone.utc),
            "title": title_of(topic, hook, seen, chance),
            "format": form,
            "topic": topic,
            "hook": hook if number > 9 else "",  # the first nine were never labelled
            "sound": chance.pick(SOUNDS),
            "hashtags": " ".join("#" + tag for tag in chance.shuffled(HASHTAGS[topic])[: 1 + number % 3]),
            "length": int(chance.between(12, 40) if form == "quick tip" else chance.between(35, 180)),
            "plan": 5200 * luck * spread,
            "half": chance.between(1.5, 5),  # days until the daily views have halved
            "tail": chance.between(0.001, 0.004),  # what stays of the first day, for good
            "save_rate": SAVE_RATE[topic] * FORMAT_EFFECT[form] * chance.between(0.94, 1.06),
            "like_rate": chance.between(0.05, 0.11),
            "comment_rate": chance.between(0.004, 0.009) * (2.2 if hook == "question" else 1),
            "share_rate": chance.between(0.004, 0.012) * (1.4 if hook == "mistake" else 1),
            "story": "",
        }
        if hook == "mistake":
            video["plan"] *= 1.25
        videos.append(video)
    return videos


def nearest(videos, form, topic, day):
    """The video of a format and topic that was posted closest to a day."""
    candidates = [v for v in videos if (v["format"], v["topic"]) == (form, topic) and not v["story"]]
    return min(candidates, key=lambda v: (abs((v["posted"].date() - day).days), v["video"]))


def plant_stories(videos):
    """Three videos that a creator should find."""
    evergreen = nearest(videos, "tutorial", "sourdough", date(2025, 4, 19))
    evergreen.update(title="Feed a starter once a week, not every day 🍞", story="evergreen", length=74,
                     save_rate=0.081, tail=0.0, plan=0)
    hit = nearest(videos, "quick tip", "knife skills", date(2025, 9, 6))
    hit.update(title="I dropped a whole squash on my foot 😭🎃", story="hit", length=21, plan=140_000, half=1.6,
               tail=0.00002, save_rate=0.0021, like_rate=0.145, share_rate=0.021)
    gem = nearest(videos, "tutorial", "knife skills", date(2026, 2, 14))
    gem.update(title="包丁 on a mug: sharpen with what you have 🔪", story="gem", length=96, plan=1900,
               save_rate=0.214, like_rate=0.12)
    return {"evergreen": evergreen, "hit": hit, "gem": gem}


def pace(video, days, chance):
    """How a video's views spread over days since posting; sums to 1 over HORIZON days, a number a day."""
    if video["story"] == "evergreen":
        shape = [1.0 + 3.0 / (1 + n) for n in range(HORIZON + 60)]
    else:
        half = video["half"]
        shape = [1 / (1 + (n / half) * (n / half)) + video["tail"] for n in range(HORIZON + 200)]
    whole = sum(shape[:HORIZON])
    result = []
    for age, day in enumerate(days):
        weekend = 1.3 if day.weekday() >= 5 else 1.0
        value = shape[min(age, len(shape) - 1)] / whole
        result.append(value * weekend * chance.between(0.75, 1.25))
    return result


def spread_over(total_per_day):
    """Whole numbers a day whose running total stays within one of the running total of the fractions."""
    counts, exact, given = [], 0.0, 0
    for value in total_per_day:
        exact += value
        count = int(exact) - given
        given += count
        counts.append(count)
    return counts


def make_daily(videos, chance):
    """For each video, its days from the posting day to LAST_DAY with whole numbers of everything."""
    daily = {}
    for video in videos:
        days = days_between(video["posted"].date(), LAST_DAY)
        plan = 26_000 if video["story"] == "evergreen" else video["plan"]
        views = spread_over([plan * part for part in pace(video, days, chance)])
        columns = {"views": views}
        for action in ACTIONS:
            rate = video[{"likes": "like_rate", "comments": "comment_rate", "shares": "share_rate",
                          "saves": "save_rate"}[action]]
            columns[action] = spread_over([count * rate * chance.between(0.85, 1.15) for count in views])
        if video["story"] == "hit":  # people take saves and likes back when the joke is over
            for age in range(25, len(days)):
                if chance.between(0, 1) < 0.12:
                    columns["saves"][age] -= 1 + int(chance.between(0, 2))
                    columns["likes"][age] -= int(chance.between(0, 4))
        daily[video["video"]] = (days, columns)
    return daily


def make_channel(daily, chance):
    """A row a day: the level of followers, profile views, and the sums over all videos."""
    rows, followers = [], 3180
    sums = {day: dict.fromkeys(["views"] + ACTIONS, 0) for day in days_between(FIRST_DAY, LAST_DAY)}
    for days, columns in daily.values():
        for name, values in columns.items():
            for day, value in zip(days, values):
                sums[day][name] += value
    for day, sum_of_day in sums.items():
        gained = 1 + int(max(sum_of_day["views"], 0) * chance.between(0.002, 0.004))
        lost = int(followers * chance.between(0.0001, 0.0006))
        followers += gained - lost
        rows.append({
            "date": day, "followers": followers, "new_followers": gained, "lost_followers": lost,
            "profile_views": 4 + int(sum_of_day["views"] * chance.between(0.01, 0.02)), **sum_of_day,
        })
    return rows


def shares_of(total, weights):
    """Splits a whole number by weights; the first bucket takes what rounding leaves."""
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights]
    parts[0] += total - sum(parts)
    return parts


def make_audience(followers):
    countries = ["DE", "AT", "US", "GB", "JP", "NL", "CH", "FR", "PL", "KR", "CA", "SE", "AU", "IT", "NZ", "IS"]
    weights = [3400, 1210, 1180, 890, 760, 610, 590, 410, 330, 300, 170, 120, 90, 60, 6, 3]
    by_country = list(zip(countries, shares_of(followers, weights)))
    ages = ["18-24", "25-34", "35-44", "45-54", "55+"]
    weight_of = {"female": [1900, 3100, 1500, 620, 210], "male": [900, 1600, 800, 330, 120],
                 "other": [60, 70, 21, 6, 2]}
    cells = [(age, gender) for age in ages for gender in weight_of]
    counts = shares_of(followers, [weight_of[gender][ages.index(age)] for age, gender in cells])
    return by_country, [(age, gender, count) for (age, gender), count in zip(cells, counts)]


def make_languages(channel):
    """Followers by language on the last day of three months, and on the last of all."""
    rows = []
    ends = [row for row, after in zip(channel, channel[1:]) if row["date"].month != after["date"].month]
    for place, row in enumerate(ends[-3:] + [channel[-1]]):
        weights = [6100 + 20 * place, 2900, 620 - 30 * place, 240, 130, 7, 4]
        languages = ["de", "en", "ja", "fr", "pl", "is", "mt"]
        rows += [(row["date"], language, count)
                 for language, count in zip(languages, shares_of(row["followers"], weights))]
    return rows


def make_hours():
    """Active followers in each hour of a week; the export was made in the evening of its last day."""
    usual = [61, 33, 17, 9, 6, 8, 42, 130, 210, 190, 170, 180, 260, 240, 200, 190, 230, 310, 420, 520, 610, 540, 350, 160]
    rows = []
    for place in range(7):
        day = LAST_DAY - timedelta(days=6 - place)
        rows += [(day, hour, 0 if place == 6 and hour > 18 else people + (place * hour) % 5)
                 for hour, people in enumerate(usual)]
    return rows


def lifetime(videos, daily):
    """The videos table: attributes and lifetime totals, the days of the gap included."""
    rows = []
    for video in videos:
        _, columns = daily[video["video"]]
        row = {name: video[name] for name in
               ["video", "title", "format", "topic", "hook", "sound", "hashtags", "length"]}
        row["posted"] = video["posted"].strftime("%Y-%m-%dT%H:%M:%SZ")
        row.update({name: sum(columns[name]) for name in ["views"] + ACTIONS})
        rows.append(row)
    return rows


def check_stories(rows, daily, stories):
    """Fails if the data no longer tells what README.md says."""
    def rate(selected):
        return sum(r["saves"] for r in selected) / sum(r["views"] for r in selected)

    for topic in TOPICS:
        rates = {f: rate([r for r in rows if (r["format"], r["topic"]) == (f, topic)]) for f in FORMATS}
        assert all(rates["tutorial"] > 1.1 * rates[f] for f in FORMATS if f != "tutorial"), (topic, rates)
    overall = {f: rate([r for r in rows if r["format"] == f]) for f in FORMATS}
    assert all(overall["tutorial"] < 0.9 * overall[f] for f in FORMATS if f != "tutorial"), overall

    by_id = {r["video"]: r for r in rows}
    hit, gem, evergreen = (by_id[stories[name]["video"]] for name in ["hit", "gem", "evergreen"])
    assert hit["views"] == max(r["views"] for r in rows) and hit["saves"] / hit["views"] < 0.005
    assert hit["saves"] > 0 and min(daily[hit["video"]][1]["saves"]) < 0
    assert gem["views"] < 2500 and gem["saves"] / gem["views"] == max(r["saves"] / r["views"] for r in rows)
    days, columns = daily[evergreen["video"]]
    months = [sum(columns["saves"][n : n + 28]) for n in range(28, len(days) - 28, 28)]
    assert len(months) >= 18 and max(months) < 1.5 * min(months), months
    assert LAST_DAY.weekday() != 6 and len(rows) == 200
    weekend = sum(1 for r in rows if date.fromisoformat(r["posted"][:10]).weekday() >= 5)
    assert weekend > len(rows) / 2, weekend


def table(header, rows):
    """CSV as RFC 4180 has it, with LF, as a text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def generate():
    """The seven files, name to text."""
    chance = Chance(SEED)
    videos = make_videos(chance)
    stories = plant_stories(videos)
    daily = make_daily(videos, chance)
    channel = make_channel(daily, chance)
    rows = lifetime(videos, daily)
    check_stories(rows, daily, stories)
    by_country, by_age = make_audience(channel[-1]["followers"])
    columns = ["video", "posted", "title", "format", "topic", "hook", "sound", "hashtags", "length", "views"] + ACTIONS
    days = [
        [video, day.isoformat()] + [values[name][n] for name in ["views"] + ACTIONS]
        for video, (all_days, values) in daily.items()
        for n, day in enumerate(all_days)
        if day not in GAP
    ]
    channel_columns = ["date", "followers", "new_followers", "lost_followers", "profile_views", "views"] + ACTIONS
    return {
        "videos.csv": table(columns, [[row[name] for name in columns] for row in rows]),
        "daily.csv": table(["video", "date", "views"] + ACTIONS, days),
        "channel.csv": table(
            channel_columns, [[row[name] for name in channel_columns] for row in channel if row["date"] not in GAP]),
        "audience-country.csv": table(["country", "followers"], by_country),
        "audience-age-gender.csv": table(["age", "gender", "followers"], by_age),
        "audience-language.csv": table(["date", "language", "followers"], make_languages(channel)),
        "audience-hours.csv": table(["date", "hour", "active_followers"], make_hours()),
    }


def main(arguments):
    if arguments not in ([], ["--check"]):
        print("usage: Examples/generate.py [--check]", file=sys.stderr)
        return 64
    files = generate()
    if arguments == []:
        FOLDER.mkdir(exist_ok=True)
        for name, text in files.items():
            (FOLDER / name).write_bytes(text.encode("utf-8"))
        return 0
    different = [name for name, text in files.items()
                 if not (FOLDER / name).is_file() or (FOLDER / name).read_bytes() != text.encode("utf-8")]
    for name in different:
        print(f"Examples/channel/{name} is not what Examples/generate.py writes", file=sys.stderr)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
