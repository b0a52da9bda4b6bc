"""How the time and size of a catalog site grow with the project: `python -m benchmarks.site [MODELS ...]`.

Each site is built by `streamt docs build` in a process of its own. Seconds are of processor time, which another busy process
disturbs less than the clock's. Ratios are to the row above: a project five times as large should take no more than five times
as long. The projects have eight domains, six layers, a source for ten models, a test for three, an exposure for twenty.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from streamt.manifest import io
from tests.docs.manifests import many

SIZES = (100, 1_000, 5_000)


@dataclass(frozen=True)
class Built:
    models: int
    seconds: float
    megabytes: float
    pages: int
    largest_page: int
    largest_file: int
    memory: float


def built(models: int, folder: Path) -> Built:
    manifest, site = folder / f"{models}.json", folder / str(models)
    manifest.write_text(io.to_text(many(models)), "utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [
        sys.executable,
        "-m",
        "streamt",
        "docs",
        "build",
        "--manifest",
        str(manifest),
        "--site-dir",
        str(site),
    ]
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    files = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    pages = [size for path, size in files.items() if path.suffix == ".html"]
    return Built(
        models=models,
        seconds=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        megabytes=sum(files.values()) / 1e6,
        pages=len(pages),
        largest_page=max(pages),
        largest_file=max(files.values()),
        memory=after.ru_maxrss / 1024,
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("models", nargs="*", type=int, default=list(SIZES))
    last: Built | None = None
    print(
        f"{'models':>7} {'pages':>7} {'seconds':>8} {'ratio':>6} {'MB':>7} {'ratio':>6} {'page KB':>8} {'file KB':>8} {'RAM MB':>7}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for models in parser.parse_args().models:
            now = built(models, Path(folder))
            time, size = (now.seconds / last.seconds, now.megabytes / last.megabytes) if last else (1.0, 1.0)
            print(
                f"{now.models:7} {now.pages:7} {now.seconds:8.1f} {time:6.1f} {now.megabytes:7.1f} {size:6.1f}"
                f" {now.largest_page / 1000:8.0f} {now.largest_file / 1000:8.0f} {now.memory:7.0f}"
            )
            last = now


if __name__ == "__main__":
    main()
