"""The same expressions on a Spark cluster of this machine and on DuckDB: equal results, and the seconds of both."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pyarrow as pa

LOOPBACK = "127.0.0.1"
WORKERS = 2
PATIENCE = 60.0
TOLERANCE = 1e-9
"""Of money, relative: sums in another order."""


def why_not() -> str:
    """Why Spark cannot be started here; empty where it can."""
    try:
        import pyspark
    except ImportError:
        return "pyspark is not installed (kundenwert[spark])"
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        return "pyspark needs Java"
    return "" if pyspark.__version__.startswith("4.0") else f"pyspark 4.0 is needed, this is {pyspark.__version__}"


def measure_spark(folder: Path, customers: int) -> dict[str, Any]:
    """`steps`: base table, RFM and ABC with the seconds of Spark and DuckDB and whether their rows are equal."""
    from .mining_made import make_purchases

    file = folder / f"purchases-spark-{customers}.parquet"
    try:
        purchases = make_purchases(file, customers)
        duck = _duckdb_tables(file)
        with _cluster(folder) as address:
            workers, spark = _driven(address, file, folder)
    finally:
        file.unlink(missing_ok=True)
    steps = [
        {"step": name, "spark_seconds": spark[name][0], "duckdb_seconds": duck[name][0], "rows": duck[name][1].num_rows,
         **difference(spark[name][1], duck[name][1])}
        for name in duck
    ]  # fmt: skip
    return {"customers": customers, "purchases": purchases, "workers": workers, "steps": steps}


def difference(one: pa.Table, other: pa.Table) -> dict[str, Any]:
    """`equal`, and where not, in `differs` the columns that are not."""
    one, other = (table.sort_by("customer") for table in (one, other))
    if one.schema.names != other.schema.names or one.num_rows != other.num_rows:
        return {"equal": False, "differs": ["columns or number of rows"]}
    differs = [name for name in other.schema.names if not _same(one[name], other[name])]
    return {"equal": not differs} | ({"differs": differs} if differs else {})


def _same(one: pa.ChunkedArray, other: pa.ChunkedArray) -> bool:
    import numpy as np

    if not pa.types.is_floating(other.type):
        return bool(one.cast(other.type).equals(other))
    return bool(np.allclose(one.to_numpy(), other.to_numpy(), rtol=TOLERANCE, atol=1e-12))


def _duckdb_tables(file: Path) -> dict[str, tuple[float, pa.Table]]:
    import ibis

    return _tables(ibis.duckdb.connect().read_parquet(file))


def _driven(address: str, file: Path, folder: Path) -> tuple[int, dict[str, tuple[float, pa.Table]]]:
    """Executors and tables; in a process of its own, so that the Java process which pyspark starts can be ended."""
    import pyarrow.parquet as pq

    command = [sys.executable, "-m", "kundenwert.cli.benchmarks.mining_spark", address, str(file), str(folder)]
    environment = {**os.environ, "SPARK_LOCAL_IP": LOOPBACK}
    process = subprocess.Popen(  # noqa: S603
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        printed, errors = process.communicate()
    finally:
        _end(process)
    if process.returncode:
        raise RuntimeError(errors.strip().rpartition("\n")[2] or f"the driver ended: {process.returncode}")
    found = json.loads(printed)
    tables = {name: (seconds, pq.read_table(folder / f"{name}.parquet")) for name, seconds in found["seconds"].items()}
    return found["executors"], tables


def _drive(address: str, file: Path, folder: Path) -> None:
    """Writes the tables into the folder, prints the seconds."""
    import ibis
    import pyarrow.parquet as pq

    session = _session(address, folder)
    session.read.parquet(str(file)).createOrReplaceTempView("purchases")
    tables = _tables(ibis.pyspark.connect(session).table("purchases"))
    for name, (_seconds, table) in tables.items():
        pq.write_table(table, folder / f"{name}.parquet")
    executors = session.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1  # noqa: SLF001  without the driver
    print(json.dumps({"executors": executors, "seconds": {name: tables[name][0] for name in tables}}))  # noqa: T201
    session.stop()


def _tables(purchases: Any) -> dict[str, tuple[float, pa.Table]]:
    from kundenwert.analytical.mining.base.purchases import PurchaseColumns
    from kundenwert.analytical.mining.base.summary import customer_summary
    from kundenwert.analytical.mining.groups.abc import abc
    from kundenwert.analytical.mining.groups.rfm import rfm

    found = {}
    start = time.perf_counter()
    summary = customer_summary(purchases, PurchaseColumns(amount="amount")).cache()
    found["base table"] = summary.to_pyarrow(), start, time.perf_counter()
    start = time.perf_counter()
    found["RFM"] = rfm(summary).to_pyarrow(), start, time.perf_counter()
    start = time.perf_counter()
    found["ABC"] = abc(summary, "amount").to_pyarrow(), start, time.perf_counter()
    return {name: (round(end - start, 2), table) for name, (table, start, end) in found.items()}


@contextmanager
def _cluster(folder: Path) -> Iterator[str]:
    """One master, two workers with a core each, on loopback; its address. All are ended, whatever happens."""
    home = _spark_home()
    port, web_port = _free_port(), _free_port()
    address = f"spark://{LOOPBACK}:{port}"
    environment = {
        **os.environ, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": LOOPBACK, "SPARK_NO_DAEMONIZE": "1",
        "SPARK_LOCAL_DIRS": str(folder / "spark"), "SPARK_WORKER_DIR": str(folder / "spark" / "work"),
    }  # fmt: skip
    start = [str(home / "bin" / "spark-class")]
    master = ["org.apache.spark.deploy.master.Master", "--host", LOOPBACK, "--port", str(port)]
    worker = ["org.apache.spark.deploy.worker.Worker", "--host", LOOPBACK, "--cores", "1", "--memory", "1500m"]
    processes: list[subprocess.Popen[bytes]] = []

    def run(command: Sequence[str]) -> None:
        log = (folder / f"spark-{len(processes)}.log").open("wb")
        with log:
            processes.append(
                subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)  # noqa: S603
            )

    try:
        run([*start, *master, "--webui-port", str(web_port)])
        _wait(processes, lambda: _workers(web_port) >= 0)
        for _worker in range(WORKERS):
            run([*start, *worker, "--webui-port", "0", address])
        _wait(processes, lambda: _workers(web_port) == WORKERS)
        yield address
    finally:
        for process in reversed(processes):
            _end(process)
        shutil.rmtree(folder / "spark", ignore_errors=True)
        for number in range(len(processes)):
            (folder / f"spark-{number}.log").unlink(missing_ok=True)


def _end(process: subprocess.Popen[Any]) -> None:
    """And whatever it has started: each leads a session of its own."""
    if process.poll() is None:
        process.terminate()  # a worker then ends its executors
        with suppress(subprocess.TimeoutExpired):
            process.wait(20)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _session(address: str, folder: Path) -> Any:
    from pyspark.sql import SparkSession

    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.bindAddress": LOOPBACK,
        "spark.driver.host": LOOPBACK,
        "spark.executor.memory": "1g",
        "spark.cores.max": str(WORKERS),
        "spark.scheduler.minRegisteredResourcesRatio": "1",
        "spark.sql.shuffle.partitions": str(2 * WORKERS),
        "spark.sql.warehouse.dir": str(folder / "spark" / "warehouse"),
        "spark.local.dir": str(folder / "spark"),
        "spark.sql.session.timeZone": "UTC",
        "spark.log.level": "ERROR",
    }
    builder = SparkSession.builder.master(address).appName("kundenwert bench")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _spark_home() -> Path:
    import pyspark

    return Path(pyspark.__file__).parent


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def _workers(web_port: int) -> int:
    """How many the master knows; -1 while it does not answer."""
    with (
        suppress(OSError, ValueError),
        urllib.request.urlopen(f"http://{LOOPBACK}:{web_port}/json/", timeout=5) as page,
    ):
        return int(json.load(page)["aliveworkers"])
    return -1


def _wait(processes: Sequence[subprocess.Popen[bytes]], ready: Any) -> None:
    end = time.monotonic() + PATIENCE
    while not ready():
        if any(process.poll() is not None for process in processes) or time.monotonic() > end:
            raise RuntimeError("the Spark cluster did not start")
        time.sleep(0.2)


if __name__ == "__main__":
    _drive(sys.argv[1], *map(Path, sys.argv[2:4]))
