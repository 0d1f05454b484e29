"""Drives the command berthopt from Python: the standard library and pandas alone."""
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import tempfile

import pandas

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORK = pathlib.Path(tempfile.mkdtemp(prefix="berthopt-"))  # where files of a notebook lie


def command():
    """The words that start berthopt: those in BERTHOPT, else the build beside this file, else the tool."""
    built = ROOT / "src/Cli/bin/Release/net10.0/BerthOpt.Cli.dll"
    if "BERTHOPT" in os.environ:
        return shlex.split(os.environ["BERTHOPT"])
    if built.exists():
        return ["dotnet", str(built)]
    if shutil.which("berthopt"):
        return ["berthopt"]
    raise FileNotFoundError("There is no berthopt. Maybe run 'dotnet build -c Release src/Cli', or name the command in BERTHOPT.")


def run(*words, codes=(0,)):
    """Runs a command among the files of the notebook and gives what it prints; raises with its messages when it ends with another code."""
    done = subprocess.run(command() + [str(word) for word in words], cwd=WORK, capture_output=True, text=True)
    if done.returncode not in codes:
        raise RuntimeError(f"berthopt {' '.join(map(str, words))} ended with {done.returncode}: {done.stderr}{done.stdout}")
    return done.stdout


def solve(*words):
    """The line of 'solve --json'."""
    return json.loads(run("solve", *words, "--json"))


def check(problem, plan):
    """The line of 'check --json', of a valid plan or a refused one."""
    return json.loads(run("check", problem, plan, "--json", codes=(0, 5)))


def bench(*words):
    """The runs and the trace of 'bench', one row each."""
    run("bench", *words, "--out", "runs.csv", "--trace", "trace.csv")
    runs = pandas.read_csv(WORK / "runs.csv")
    assert (runs.checker == "valid").all(), "the checker refused a plan"
    return runs, pandas.read_csv(WORK / "trace.csv")


def read(name):
    """A JSON file of the notebook."""
    return json.loads((WORK / name).read_text())


def write(name, document):
    """Writes a JSON file of the notebook."""
    (WORK / name).write_text(json.dumps(document))


def instances():
    """The folder of public instances, or None: BERTHOPT_INSTANCES, else shared/instances beside the repository."""
    folder = pathlib.Path(os.environ.get("BERTHOPT_INSTANCES") or ROOT.parent / "shared" / "instances")
    return folder if (folder / "best-known.csv").exists() else None
