#!/usr/bin/env python3
"""One peer as a process that speaks the protocol of ../README.md.

    worker.py PEER FOLDER THREADS
"""

import ctypes
import datetime
import decimal
import gc
import json
import os
import pathlib
import sys
import time

import peers
import peers_polars

PEERS = {
    "duckdb": peers.DuckDB, "duckdb-tuned": peers.DuckDBTuned, "clickhouse": peers.ClickHouse,
    "clickhouse-tuned": peers.ClickHouseTuned, "datafusion": peers.DataFusion, "polars": peers_polars.Polars,
    "polars-tuned": peers_polars.PolarsTuned, "polars-streaming": peers_polars.PolarsStreaming,
}


def memory(key):
    """A line of /proc/self/status, in bytes."""
    for line in pathlib.Path("/proc/self/status").read_text().splitlines():
        if line.startswith(key + ":"):
            return int(line.split()[1]) * 1024
    return 0


def give_back():
    """Hands back what is free, so that what is held is what is needed."""
    gc.collect()
    ctypes.CDLL("libc.so.6").malloc_trim(0)


def plain(cell):
    """A cell as JSON has it: a day as its text, every number as a number."""
    if isinstance(cell, (datetime.datetime, datetime.date)):
        return str(cell)[:10]
    if isinstance(cell, decimal.Decimal):
        return int(cell) if cell == int(cell) else float(cell)
    return cell.item() if hasattr(cell, "item") else cell


def timed(work):
    """What some work gives, with seconds by the clock and of all processors."""
    wall, processor = time.perf_counter(), time.process_time()
    result = work()
    return result, time.perf_counter() - wall, time.process_time() - processor


def main(name, folder, threads):
    """Loads, then answers line by line."""
    out = os.fdopen(os.dup(1), "w", 1)
    os.dup2(2, 1)  # what a peer prints by itself is no answer

    def say(line):
        out.write(json.dumps(line) + "\n")
        out.flush()

    peer = PEERS[name]()
    give_back()
    before = memory("VmRSS")
    pathlib.Path("/proc/self/clear_refs").write_text("5")
    _, wall, processor = timed(lambda: peer.load(folder, int(threads)))
    peak = memory("VmHWM")
    give_back()
    say({"version": peer.version, "load_s": wall, "load_cpu_s": processor, "rss": memory("VmRSS") - before,
         "peak": peak - before})
    peer.prepare()
    for line in sys.stdin:
        question = line.split("\t")[0].strip()
        if question == "quit":
            break
        try:
            result, wall, processor = timed(lambda: peer.run(question))
            rows = [[plain(cell) for cell in row] for row in peer.rows(result)]
            say({"ms": wall * 1e3, "cpu_ms": processor * 1e3, "rows": rows})
        except Exception as error:  # whatever a peer throws is its answer
            say({"error": repr(error)[:300]})
    if hasattr(peer, "close"):
        peer.close()
    os._exit(0)  # some peers do not end their threads


if __name__ == "__main__":
    main(*sys.argv[1:])
