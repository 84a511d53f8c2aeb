"""How long a whole process takes: start, load of a small file, one answer, end."""

import pathlib
import shutil
import statistics
import subprocess
import time

RUNS = 30


def commands(shell, folder):
    """Every program that is there, with its command; all answer the saves of each week."""
    metrics = folder / "metrics.csv"
    sql = "select date_trunc('week', date) w, sum(saves) s from '{}' group by w order by w".format(metrics)
    found = {"tally": [shell, str(metrics), "--no-rc", "-c", "saves by week"]}
    if native := native_duckdb():
        found["duckdb"] = [native, "-c", sql]
    if shutil.which("sqlite3"):
        query = "select date(date, '-6 days', 'weekday 1') w, sum(saves) s from m group by w order by w"
        found["sqlite3"] = ["sqlite3", ":memory:", "-cmd", ".mode csv", "-cmd", f".import {metrics} m", query]
    return found


def native_duckdb():
    """The program itself, and not the Python that starts it; None where there is none."""
    try:
        import duckdb_cli
    except ImportError:
        return shutil.which("duckdb")
    path = pathlib.Path(duckdb_cli.__file__).parent / "duckdb"
    return str(path) if path.is_file() else None


def measured(shell, folder):
    """The median milliseconds of each program, asked in turn."""
    found = commands(shell, folder)
    times = {name: [] for name in found}
    for turn in range(RUNS + 3):
        for name, command in found.items():
            started = time.perf_counter()
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True)
            if turn >= 3:  # the first ones warm up
                times[name].append((time.perf_counter() - started) * 1e3)
    return {name: statistics.median(values) for name, values in times.items()}
