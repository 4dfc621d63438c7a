"""The same expressions on a Spark cluster of this machine and on DuckDB: equal results, and the seconds of both."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
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
        with _cluster(folder) as address, _session(address, folder) as session:
            spark = _spark_tables(session, file)
            workers = _executors(session)
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


def _spark_tables(session: Any, file: Path) -> dict[str, tuple[float, pa.Table]]:
    import ibis

    session.read.parquet(str(file)).createOrReplaceTempView("purchases")
    return _tables(ibis.pyspark.connect(session).table("purchases"))


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
            process.terminate()  # spark-class has become the Java process; a worker ends its executors
        for process in reversed(processes):
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(folder / "spark", ignore_errors=True)
        for number in range(len(processes)):
            (folder / f"spark-{number}.log").unlink(missing_ok=True)


@contextmanager
def _session(address: str, folder: Path) -> Iterator[Any]:
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    os.environ["SPARK_LOCAL_IP"] = LOOPBACK
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
    session = builder.getOrCreate()
    try:
        yield session
    finally:
        gateway = SparkContext._gateway  # noqa: SLF001  pyspark leaves its Java process running until Python ends
        with suppress(Exception):
            session.stop()
        if gateway is not None:
            gateway.shutdown()
            gateway.proc.stdin.close()
            gateway.proc.wait(20)
            SparkContext._gateway = SparkContext._jvm = None  # noqa: SLF001


def _executors(session: Any) -> int:
    """Without the driver."""
    return int(session.sparkContext._jsc.sc().getExecutorMemoryStatus().size()) - 1  # noqa: SLF001


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
