"""Draws a berth plan as terminals do: the quay across, time down."""
import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

INK, SOFT, MOVED, GHOST = "#1f3b57", "#9ec5e8", "#f2b366", "#b8b8b8"


def plan(axes, problem, document, before=None):
    """Draws a plan's calls of a problem with one quay; with a plan before, moved calls stand out and their old places show as outlines."""
    lengths = {call["id"]: call["lengthMetres"] for call in problem["calls"]}
    old = {} if before is None else {entry["call"]: entry["assignment"] for entry in before["assignments"]}
    moved = []
    for entry in document["assignments"]:
        name, at = entry["call"], entry["assignment"]
        if at is None:
            continue
        was = old.get(name)
        changed = was is not None and (was["startMinutes"], was["positionMetres"]) != (at["startMinutes"], at["positionMetres"])
        if changed:
            moved.append(name)
            axes.add_patch(_box(was, lengths[name], fill=False, edgecolor=GHOST, linestyle="--"))
        axes.add_patch(_box(at, lengths[name], facecolor=MOVED if changed else SOFT, edgecolor=INK))
        axes.text(at["positionMetres"] + lengths[name] / 2, (at["startMinutes"] + at["endMinutes"]) / 120, name, ha="center", va="center", fontsize=6, color=INK)
    axes.set_xlim(0, problem["quays"][0]["lengthMetres"])
    axes.set_ylim(max(entry["assignment"]["endMinutes"] for entry in document["assignments"] if entry["assignment"]) / 60 + 4, 0)
    axes.set_xlabel("quay (m)")
    axes.set_ylabel("time (h)")
    return moved


def _box(at, length, **style):
    return Rectangle((at["positionMetres"], at["startMinutes"] / 60), length, (at["endMinutes"] - at["startMinutes"]) / 60, linewidth=0.8, **style)


def clean(axes):
    """Takes the frame away where it tells nothing."""
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", color="#e4e4e4", linewidth=0.7)
    axes.set_axisbelow(True)
    return axes


plt.rcParams.update({"figure.dpi": 80, "font.size": 9, "savefig.bbox": "tight"})
