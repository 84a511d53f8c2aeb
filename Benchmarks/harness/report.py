"""The results of a run as a page: ratios first, as seconds mean nothing on another machine."""

import math
import os
import pathlib
import statistics

from questions import QUESTIONS

KEPT = """From the load Tally keeps the columns, each text as a number into a list of its distinct values, attributes of a
video once for each video, and of each file what its report says. Of days it keeps which there are, the
first and the last of every 65,536 rows, and whether rows stand in their order. It keeps no totals and no answers: every
question adds up rows again."""


def median(times, index=0):
    """The median of the wall (0) or processor (1) milliseconds; None where there are none."""
    return statistics.median(time[index] for time in times) if times else None


def geometric(values):
    """The geometric mean."""
    return math.exp(sum(map(math.log, values)) / len(values)) if values else math.nan


def machine():
    """What it ran on, in a sentence."""
    info = pathlib.Path("/proc/cpuinfo").read_text()
    model = next((line.split(":")[1].strip() for line in info.splitlines() if line.startswith("model name")), "unknown")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores of {model}, {memory:.0f} GiB of memory"


def table(headers, rows):
    """A table, text to the left and numbers to the right."""
    line = "|".join(["---"] + ["---:"] * (len(headers) - 1))
    body = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(["| " + " | ".join(headers) + " |", f"|{line}|", *body])


def ratio(value):
    """A ratio as it is read: 0.25x."""
    return "-" if value is None or math.isnan(value) else f"{value:.2f}x"


class Ratios:
    """Tally against the peers, question by question, in one measure of time."""

    def __init__(self, run, index):
        self.best, self.default, self.fastest = {}, {}, {}
        for question in QUESTIONS:
            times = {name: median(values, index) for name, values in run["times"][question.name].items()}
            own, peers = times.pop("tally"), {name: value for name, value in times.items() if value}
            if own is None or not peers:
                continue
            self.fastest[question.name] = min(peers, key=peers.get)
            self.best[question.name] = own / min(peers.values())
            if "duckdb" in peers:
                self.default[question.name] = own / peers["duckdb"]

    def summary(self, values):
        """Geometric mean, and the worst question."""
        if not values:
            return ["-", "-"]
        worst = max(values, key=values.get)
        return [ratio(geometric(values.values())), f"{ratio(values[worst])} ({worst})"]


def questions_table(run):
    """One line a question."""
    wall, rows = Ratios(run, 0), []
    for question in QUESTIONS:
        name, times = question.name, run["times"][question.name]
        own, peer = median(times["tally"]), wall.fastest.get(name)
        if own is None or peer is None:
            rows.append([f"{name} `{question.tally}`", "-", "-", run["errors"][name].get("tally", "-"), "-", "-"])
            continue
        rows.append([f"{name} `{question.tally}`", f"{own:.2f}", f"{median(times[peer]):.2f}", peer,
                     ratio(wall.best[name]), ratio(wall.default.get(name))])
    return table(["question", "Tally, ms", "fastest peer, ms", "which", "Tally / fastest", "Tally / duckdb"], rows)


def summary_table(run):
    """Geometric means and the worst, by the clock and by processor time."""
    rows = []
    for label, index in (("wall clock", 0), ("processor time", 1)):
        ratios = Ratios(run, index)
        rows.append([label, *ratios.summary(ratios.best), *ratios.summary(ratios.default)])
    return table(["", "to the fastest peer", "worst", "to duckdb", "worst"], rows)


def load_table(run):
    """One line an engine: time, processor time, memory."""
    own, rows = None, []
    for name, loads in run["loads"].items():
        wall, processor, held, peak = (
            statistics.median(load[key] for load in loads) for key in ("load_s", "load_cpu_s", "rss", "peak"))
        own = own or wall
        rows.append([f"{name} {loads[-1].get('version', '')}".strip(), f"{wall:.2f}", f"{processor:.2f}",
                     ratio(own / wall), f"{held / run['rows']:.0f}", f"{peak / run['rows']:.0f}"])
    return table(["engine", "s", "processor s", "Tally / it", "bytes a row held", "bytes a row at the peak"], rows)


def startup_table(run):
    """One line a program."""
    own = run["startup"]["tally"]
    return table(["program", "ms", "Tally / it"],
                 [[name, f"{value:.1f}", ratio(own / value)] for name, value in run["startup"].items()])


def written(run):
    """The whole page."""
    wrong = "\n".join(f"- {line}" for line in run["wrong"])
    parts = [
        "# Results",
        "Written by `Benchmarks/run`; `Benchmarks/README.md` says what is measured and how to read it.",
        f"{run['rows']:,} rows in {run['order']} order, {run['bytes'] / 1e6:.0f} MB of CSV; {run['threads']} threads, "
        f"medians of {run['rounds']} rounds; {machine()}. Other work had {run['by_others']:.0%} of the processors"
        + (": too much to trust the clock, so go by processor time." if run["by_others"] > 0.1 else "."),
        "## Answers",
        f"These differ, and their times mean nothing:\n\n{wrong}" if wrong
        else "Every answer of every engine agrees, cell by cell and in the same order.",
        "## Questions", "Under 1x, Tally is faster.", summary_table(run), questions_table(run),
        "## Load", load_table(run), KEPT]
    if "startup" in run:
        parts += ["## Start-up", "The whole process: start, load of 1,000 rows, saves by week, end.", startup_table(run)]
    return "\n\n".join(parts) + "\n"
