"""The other programs: how each loads the two files and asks the questions.

Making one imports it, untimed; `load` is timed and may not know anything of the questions; `prepare` reads the last day
and writes the questions down, untimed; `run` is timed and gives what the program gives; `rows` turns that into rows. A
tuned variant has the column types that somebody who knows the program would choose.
"""

import datetime
import json
import shutil
import tempfile

from questions import STANDARD, all_in

TEXTS = ("format", "series", "sound", "traffic_source")
COUNTS = ("views", "likes", "comments", "shares", "saves")


class DuckDB:
    """With the types that it infers."""

    def __init__(self):
        import duckdb
        self.connect, self.version = duckdb.connect, duckdb.__version__

    def load(self, folder, threads):
        self.connection = self.connect()
        self.connection.execute(f"set threads = {threads}; set enable_progress_bar = false")
        self.connection.execute(f"create table m as select * from read_csv('{folder}/metrics.csv'{self.types(folder)})")
        self.connection.execute(f"create table v as select * from read_csv('{folder}/videos.csv')")

    def types(self, folder):
        return ""

    def prepare(self):
        last = self.connection.execute("select max(date) from m").fetchone()[0]
        self.questions = all_in(last, STANDARD)

    def run(self, name):
        return self.connection.execute(self.questions[name]).fetchall()

    def rows(self, result):
        return result


class DuckDBTuned(DuckDB):
    """With enums and 32-bit numbers; enums need their values first, in order, as ties are sorted by name."""

    def types(self, folder):
        for name in TEXTS:
            self.connection.execute(
                f"create type e_{name} as enum (select distinct {name} from read_csv('{folder}/metrics.csv') "
                f"where {name} is not null order by {name})")
        types = {"date": "DATE", "video": "BIGINT", **{name: f"e_{name}" for name in TEXTS},
                 **{name: "UINTEGER" for name in COUNTS}, "watch_time": "DOUBLE"}
        return f", header = true, columns = {json.dumps(types)}"


class ClickHouse:
    """The Memory engine with the types that it infers."""

    columns = None

    def __init__(self):
        import chdb
        from chdb import session
        self.version = str(getattr(chdb, "engine_version", "") or chdb.__version__)
        self.start = session.Session

    def load(self, folder, threads):
        self.folder = tempfile.mkdtemp()
        self.session = self.start(self.folder)
        self.settings = f" settings max_threads = {threads}"
        self.session.query("create database if not exists b")
        self.fill("m", f"{folder}/metrics.csv", self.columns, f"{self.settings}, max_insert_threads = {threads}")
        self.fill("v", f"{folder}/videos.csv", None, self.settings)

    def fill(self, table, path, columns, settings):
        if columns:
            self.session.query(f"create table b.{table} ({columns}) engine = Memory")
            self.session.query(f"insert into b.{table} select * from file('{path}', 'CSVWithNames', '{columns}'){settings}")
        else:
            self.session.query(
                f"create table b.{table} engine = Memory as select * from file('{path}', 'CSVWithNames'){settings}")

    def prepare(self):
        last = str(self.session.query("select max(date) from b.m", "TabSeparated")).strip()[:10]
        rules = {"WEEK": "toMonday({0})", "MONTH": "toStartOfMonth({0})", "DAY": "toDate('{0}')",
                 "MEDIAN": "quantileExactInclusive(0.5)({0})", "P90": "quantileExactInclusive(0.9)({0})",
                 "F": "toFloat64({0})", "CONTAINS": "position({0}, {1}) > 0"}
        self.questions = {
            name: sql.replace("from m", "from b.m").replace("join v", "join b.v") + self.settings
            + ", output_format_json_quote_64bit_integers = 0"
            for name, sql in all_in(datetime.date.fromisoformat(last), rules).items()}

    def run(self, name):
        return str(self.session.query(self.questions[name], "JSONCompactEachRow"))

    def rows(self, result):
        return [json.loads(line) for line in result.splitlines()]

    def close(self):
        self.session.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class ClickHouseTuned(ClickHouse):
    """With dictionaries and 32-bit numbers."""

    columns = ", ".join(
        ["date Date", "video Int64", "format LowCardinality(String)", "series LowCardinality(Nullable(String))",
         "sound LowCardinality(Nullable(String))", "traffic_source LowCardinality(String)", "views UInt32",
         "likes UInt32", "comments Nullable(UInt32)", "shares UInt32", "saves Nullable(UInt32)",
         "watch_time Nullable(Float64)"])


class DataFusion:
    """With the types that it infers; it has no others for these columns."""

    def __init__(self):
        import datafusion
        self.library, self.version = datafusion, datafusion.__version__

    def load(self, folder, threads):
        settings = self.library.SessionConfig().with_target_partitions(threads)
        self.context = self.library.SessionContext(settings)
        for table, file in (("m", "metrics"), ("v", "videos")):
            self.context.register_csv(f"csv_{table}", f"{folder}/{file}.csv")
            self.context.sql(f"create table {table} as select * from csv_{table}").collect()

    def prepare(self):
        last = self.context.sql("select max(date) d from m").collect()[0].to_pydict()["d"][0]
        rules = {**STANDARD, "MEDIAN": "percentile_cont({0}, 0.5)", "P90": "percentile_cont({0}, 0.9)"}
        self.questions = all_in(last, rules)

    def run(self, name):
        return self.context.sql(self.questions[name]).collect()

    def rows(self, result):
        return [list(row.values()) for batch in result for row in batch.to_pylist()]
