#!/usr/bin/env python3
"""Loads one data set into Tally and the peers, asks all of them in turn, compares the answers and writes the results.

    measure.py --data FOLDER --tally PROGRAM [--peers NAMES] [--threads N] [--rounds N] [--results FILE] [--json FILE]

Every engine is a process of its own, and all are alive together. In each round every question goes to one engine after
the other, so that whatever else the machine does hits all of them alike. Round 0 warms up and is compared; it is not
timed. Exit status 1 where any answer differs or is an error.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys

import answers
import report
import startup
from load_by_others import LoadByOthers
from questions import QUESTIONS

HERE = pathlib.Path(__file__).resolve().parent
DEFAULT_PEERS = "duckdb,duckdb-tuned,clickhouse-tuned,polars-tuned,polars-streaming,datafusion"
THREAD_VARIABLES = ("POLARS_MAX_THREADS", "RAYON_NUM_THREADS", "TOKIO_WORKER_THREADS", "OMP_NUM_THREADS")


class Engine:
    """A process that speaks the protocol."""

    def __init__(self, name, command, threads):
        self.name = name
        variables = {variable: str(threads) for variable in THREAD_VARIABLES}
        processors = set(sorted(os.sched_getaffinity(0))[:threads])
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env={**os.environ, **variables}, preexec_fn=lambda: os.sched_setaffinity(0, processors))
        self.load = self.heard()

    def heard(self):
        """The next line, or an error where there is none."""
        line = self.process.stdout.readline()
        try:
            return json.loads(line)
        except ValueError:
            return {"error": "ended, or said no JSON"}

    def ask(self, question):
        """The answer to a question, rows as lists of cells."""
        try:
            self.process.stdin.write(f"{question.name}\t{question.tally}\n")
            self.process.stdin.flush()
        except OSError:
            return {"error": "ended"}
        answer = self.heard()
        if "rows" in answer:
            answer["rows"] = [list(row.values()) if isinstance(row, dict) else row for row in answer["rows"]]
        return answer

    def end(self):
        """Asks the process to end, and ends it where it does not."""
        try:
            self.process.communicate("quit\n", timeout=10)
        except (subprocess.TimeoutExpired, OSError, ValueError):
            self.process.kill()
            self.process.wait()


def started(options):
    """All engines, loaded one after the other, each as often as `--loads` says; the last of each stays alive."""
    files = [str(options.data / "metrics.csv"), str(options.data / "videos.csv")]
    for file in files:  # so that nobody waits for the disk
        pathlib.Path(file).read_bytes()
    commands = {"tally": [options.tally, *files]}
    for name in options.peers.split(","):
        commands[name] = [sys.executable, str(HERE / "worker.py"), name, str(options.data), str(options.threads)]
    loads, engines = {name: [] for name in commands}, []
    for turn in range(options.loads):
        for name, command in commands.items():
            engine = Engine(name, command, options.threads)
            if "error" in engine.load:
                sys.exit(f"{name} could not load: {engine.load['error']}")
            loads[name].append(engine.load)
            if turn == options.loads - 1:
                engines.append(engine)
            else:
                engine.end()
    return engines, loads


def asked(engines, rounds):
    """The first answers, and the times of the rounds, by question and engine."""
    first = {question.name: {} for question in QUESTIONS}
    times = {question.name: {engine.name: [] for engine in engines} for question in QUESTIONS}
    for turn in range(rounds + 1):
        for question in QUESTIONS:
            for engine in engines:
                if "error" in first[question.name].get(engine.name, {}):
                    continue
                answer = engine.ask(question)
                if turn == 0:
                    first[question.name][engine.name] = answer
                elif "error" in answer:
                    first[question.name][engine.name] = answer
                else:
                    times[question.name][engine.name].append((answer["ms"], answer["cpu_ms"]))
    return first, times


def main():
    """Reads the command line, measures, compares, writes."""
    parser = argparse.ArgumentParser(description="Measures Tally beside other programs.")
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--tally", required=True, help="the program tally-bench")
    parser.add_argument("--shell", help="the program tally, for the start-up times")
    parser.add_argument("--small", type=pathlib.Path, help="the data set of 1,000 rows, for the start-up times")
    parser.add_argument("--peers", default=DEFAULT_PEERS)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--loads", type=int, default=3)
    parser.add_argument("--order", default="date", help="what the results say of the data")
    parser.add_argument("--results", type=pathlib.Path)
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    others = LoadByOthers()
    engines, loads = started(options)
    first, times = asked(engines, options.rounds)
    for engine in engines:
        engine.end()
    by_others = others.share()
    wrong = answers.disagreements(dict(sorted_by_reference(first)))
    with (options.data / "metrics.csv").open("rb") as file:
        rows = sum(1 for _ in file) - 1
    run = {
        "rows": rows, "bytes": (options.data / "metrics.csv").stat().st_size, "order": options.order,
        "threads": options.threads, "rounds": options.rounds, "loads": loads, "times": times, "wrong": wrong,
        "by_others": by_others,
        "errors": {name: {engine: answer["error"] for engine, answer in by_engine.items() if "error" in answer}
                   for name, by_engine in first.items()}}
    if options.small and options.shell:
        run["startup"] = startup.measured(options.shell, options.small)
    if options.json:
        options.json.write_text(json.dumps(run, indent=1))
    if options.results:
        options.results.write_text(report.written(run))
    print("\n".join(wrong) or f"{len(first)} questions, {len(engines)} engines, {rows} rows: all answers agree")
    return 1 if wrong else 0


def sorted_by_reference(first):
    """The answers with those of the first peer in front: every other is compared with it."""
    for name, by_engine in first.items():
        yield name, dict(sorted(by_engine.items(), key=lambda item: item[0] == "tally"))


if __name__ == "__main__":
    sys.exit(main())
