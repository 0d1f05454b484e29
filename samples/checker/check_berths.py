"""Judges a berth plan: check_berths.py PROBLEM.json PLAN.json. Written from docs/berths-document.md alone; it shares nothing with BerthOpt.
Prints each broken rule and the cost; ends with 0 for a valid plan and 5 for a refused one."""
import json
import math
import sys
from fractions import Fraction

exact = {"parse_float": Fraction, "parse_int": Fraction}
problem, document = (json.load(open(path, encoding="utf-8-sig"), **exact) for path in sys.argv[1:3])
NEVER = math.inf
grid = problem.get("grid") or {}
slot, section = grid.get("minutesPerSlot") or 60, grid.get("metresPerSection") or 10
quays = {quay["id"]: quay for quay in problem["quays"]}
pools = {quay: pool for pool in problem.get("cranePools") or [] for quay in pool["quays"]}
clear = {"hullMetres": 0, "quayEndMetres": 0, "betweenStaysMinutes": 0} | (problem.get("clearances") or {})
moves = problem.get("movements") or {}
given = {entry["call"]: entry["assignment"] for entry in document["assignments"]}
baseline = {entry["call"]: entry for entry in problem.get("baseline") or []}
faults, visits, cost = [], [], dict.fromkeys("waiting stay lateness deviation cranes speedUp rejection change".split(), Fraction(0))


def need(good, name, what):
    good or faults.append(f"{name}: {what}")


def inside(windows, minute):
    return windows is None or any(window["fromMinutes"] <= minute < window["toMinutes"] for window in windows)


def handling_minutes(how, berth, count, away):
    """Minutes that the work takes, in whole slots; None where it cannot be done."""
    kind = next(name for name in how if name.lower().startswith(("minutes", "craneminutes")) and how[name] is not None)
    work, step = how[kind], int(count - (how.get("minCranes") or 0))
    work = work.get(berth) if "ByBerth" in kind else work
    work = work[step] if work is not None and kind.endswith("Cranes") else work
    speed = how["productivity"][step] if kind.startswith("crane") else 1
    return None if work is None else math.ceil(work * (1 + (how.get("deviationLossPerMetre") or 0) * away) / speed / slot) * slot


for call in problem["calls"]:
    name, at, rates = call["id"], given.get(call["id"]), call.get("rates") or {}
    rate = lambda key: rates.get(key) or 0
    if at is None:
        need(name in given and call.get("optional"), name, "has no place")
        cost["rejection"] += rate("rejectionCost")
        continue
    quay, how, arrival = quays[at["quay"]], call["handling"], call["arrivalMinutes"]
    start, end, left, right = at["startMinutes"], at["endMinutes"], at["positionMetres"], at["positionMetres"] + call["lengthMetres"]
    numbers = at.get("cranes") or []
    count, places, offers = len(numbers) or at.get("craneCount") or 0, [quay], set(quay.get("offers") or [])
    if quay.get("layout", "continuous") == "continuous":
        need(clear["quayEndMetres"] <= left and right <= quay["lengthMetres"] - clear["quayEndMetres"] and "berth" not in at, name, "lies outside its quay")
    else:
        row = quay["berths"][next(index for index, berth in enumerate(quay["berths"]) if berth["id"] == at["berth"]):]
        wanted = 1 if quay["layout"] == "discrete" else int(call.get("berthsNeeded") or next((n for n in range(1, len(row) + 1) if sum(b["lengthMetres"] for b in row[:n]) >= call["lengthMetres"]), 99))
        berths = row[:wanted]
        need(left == row[0]["startMetres"] and len(berths) == wanted and (call.get("berthsNeeded") or sum(b["lengthMetres"] for b in berths) >= call["lengthMetres"]), name, "does not fit its berths")
        right, places, offers = berths[-1]["startMetres"] + berths[-1]["lengthMetres"], [quay, *berths], offers | set.intersection(*(set(b.get("offers") or []) for b in berths))
    for place in places:
        need((place.get("openMinutes") or 0) <= start and end <= (place.get("closeMinutes") or NEVER), name, "lies at a place that is not open")
    need(not any(left < wall < right for wall in quay.get("breaksMetres") or []), name, "lies across a break")
    need(all(d["depthMetres"] >= (call.get("draughtMetres") or 0) for d in quay.get("depths") or [] if d["fromMetres"] < right and left < d["toMetres"]), name, "lies too shallow")
    need(set(call.get("requires") or []) <= offers, name, "lacks equipment")
    need(not call.get("allowed") or any(p["quay"] == at["quay"] and (p.get("fromMetres") or 0) <= left and right <= (p.get("toMetres") or quay["lengthMetres"]) for p in call["allowed"]), name, "lies where it may not")
    for shut in (shut for shut in problem.get("closures") or [] if shut["quay"] == at["quay"]):
        need(not ((shut.get("fromMetres") or 0) < right and left < (shut.get("toMetres") or quay["lengthMetres"]) and start < shut["toMinutes"] and shut["fromMinutes"] < end), name, "lies in a closure")
    need((call.get("earliestStartMinutes") if call.get("earliestStartMinutes") is not None else arrival) <= start <= (call["latestStartMinutes"] if call.get("latestStartMinutes") is not None else NEVER), name, "berths too early or late")
    need(end <= min(problem["horizonMinutes"], call["deadlineMinutes"] if call.get("deadlineMinutes") is not None else NEVER), name, "leaves too late")
    need(inside(call.get("arrivalWindows"), start) and inside(call.get("departureWindows"), end), name, "moves outside its windows")
    bans = [ban for ban in moves.get("bans") or [] if call["lengthMetres"] >= (ban.get("minLengthMetres") or 0)]
    caps = [cap for cap in moves.get("caps") or [] if call["lengthMetres"] >= (cap.get("minLengthMetres") or 0) and cap.get("quay") in (None, at["quay"])]
    need(not any(ban["fromMinutes"] <= minute < ban["toMinutes"] for ban in bans for minute in (start, end)), name, "moves during a ban")
    fits = (how.get("minCranes") or 0) <= count <= (how.get("maxCranes") or 0)
    need(fits, name, "has too few or too many cranes")
    away = 0 if call.get("preferredPositionMetres") is None else abs(left - call["preferredPositionMetres"])
    away = quay["lengthMetres"] if call.get("preferredQuay") not in (None, at["quay"]) else away
    work = handling_minutes(how, at.get("berth"), count, away) if fits else None
    need(work is not None and (end == start + work or end > start + work and (bans or caps or call.get("departureWindows") is not None)), name, "does not stay as long as its handling")
    pin = call.get("pin") or {}
    mine = {"quay": at["quay"], "positionMetres": left, "startMinutes": start, "cranes": count, "firstCrane": numbers[0] if numbers else None}
    need(all(value is None or mine[key] == value for key, value in pin.items()), name, "is not where it is pinned")
    hour, weight = Fraction(60), call.get("priority") or 1
    cost["waiting"] += rate("waitingPerHour") * weight * max(0, start - arrival) / hour
    cost["stay"] += rate("stayPerHour") * weight * (end - start) / hour
    cost["lateness"] += rate("latenessPerHour") * weight * (max(0, end - call["dueMinutes"]) if call.get("dueMinutes") is not None else 0) / hour
    cost["deviation"] += rate("deviationPerMetre") * away
    cost["cranes"] += rate("cranePerHour") * count * (work or 0) / hour
    cost["speedUp"] += rate("speedUpPerHour") * max(0, arrival - start) / hour
    if was := baseline.get(name):
        moved = was["quay"] != at["quay"] or was["positionMetres"] != left
        cost["change"] += (was.get("startChangePerHour") or 0) * abs(start - was["startMinutes"]) / hour + (was.get("moveCost") or 0) * moved
        cost["change"] += (was.get("positionChangePerMetre") or 0) * abs(left - was["positionMetres"]) * (was["quay"] == at["quay"]) + (was.get("craneChangeCost") or 0) * abs(count - (was.get("cranes") or count))
        now = (at["quay"], left, start) + ((count,) if was.get("cranes") else ())
        need(not was.get("frozen") or now == (was["quay"], was["positionMetres"], was["startMinutes"]) + ((was["cranes"],) if was.get("cranes") else ()), name, "is frozen in the baseline")
    visits.append((name, at["quay"], left, right, start, end, start + (work or end - start), numbers, count, quay.get("layout", "continuous")))

for index, (one, quay, left, right, start, end, done, numbers, count, layout) in enumerate(visits):
    for other, quay2, left2, right2, start2, end2, done2, numbers2, _, _ in visits[:index]:
        room, pause = clear["hullMetres"] if layout == "continuous" else 0, clear["betweenStaysMinutes"]
        if quay == quay2 and left < right2 + room and left2 < right + room:
            need(not (start < end2 + pause and start2 < end + pause), one, f"lies too near {other}")
        if numbers and numbers2 and pools[quay] is pools.get(quay2) and start < done2 and start2 < done:
            need(not set(numbers) & set(numbers2), one, f"shares cranes with {other}")
            rail = pools[quay]["quays"].index
            need((left == left2 and quay == quay2) or ((rail(quay), left) < (rail(quay2), left2)) == (numbers[0] < numbers2[0]), one, f"has cranes that cross those of {other}")

for pool in problem.get("cranePools") or []:
    crews = sorted((v for v in visits if pools.get(v[1]) is pool and v[8] > 0 and v[6] > v[4]), key=lambda v: v[4])
    outages = [(o["crane"], o["fromMinutes"], o["toMinutes"]) for o in pool.get("outages") or []]
    if pool.get("rule") == "total":
        for minute in {v[4] for v in crews} | {start for _, start, _ in outages}:
            out = {crane for crane, start, end in outages if start <= minute < end}
            need(sum(v[8] for v in crews if v[4] <= minute < v[6]) <= pool["count"] - len(out), pool["id"], f"has too few cranes at minute {minute}")
        continue
    offset = {quay: sum(quays[q]["lengthMetres"] for q in pool["quays"][:index]) for index, quay in enumerate(pool["quays"])}
    last, travel = {}, pool.get("travel")
    for name, quay, left, right, start, end, done, numbers, count, _ in crews:
        need(numbers == list(range(int(numbers[0]), int(numbers[0]) + len(numbers))) and 1 <= numbers[0] and numbers[-1] <= pool["count"] if numbers else False, name, "does not say which cranes work, or they are no neighbours")
        for crane in numbers:
            need(not any(crane == one and out < done and start < back for one, out, back in outages), name, f"uses crane {crane}, which is out")
            reach = [r for r in pool.get("reaches") or [] if r["crane"] == crane]
            need(not reach or any(r["quay"] == quay and (r.get("fromMetres") or 0) <= left and right <= (r.get("toMetres") or quays[quay]["lengthMetres"]) for r in reach), name, f"is out of reach of crane {crane}")
            place, (free, was) = offset[quay] + left, last.get(crane, (None, 0))
            if travel and free is not None and free <= start:
                need(start - free - travel["setupMinutes"] >= abs(place - was) * travel["speedMinutes"] / travel["speedMetres"], name, f"starts before crane {crane} can be there")
            last[crane] = (done, place)

for cap in moves.get("caps") or []:
    counted = [m for v, call in ((v, next(c for c in problem["calls"] if c["id"] == v[0])) for v in visits) for m in v[4:6] if call["lengthMetres"] >= (cap.get("minLengthMetres") or 0) and cap.get("quay") in (None, v[1])]
    for period in {minute // cap["periodMinutes"] for minute in counted}:
        need(sum(minute // cap["periodMinutes"] == period for minute in counted) <= cap["max"], "all calls", f"move too often in period {period}")

names, aim = {call["id"] for call in problem["calls"]}, problem.get("objective") or {}
need(set(given) == names and len(document["assignments"]) == len(names), "the plan", "does not have one entry for each call")
weight = {"cranes": "craneWeight"}
total = sum(value * (1 if aim.get(weight.get(term, term + "Weight")) is None else aim[weight.get(term, term + "Weight")]) for term, value in cost.items())
total += (aim.get("makespanPerHour") or 0) * max([v[5] for v in visits], default=0) / Fraction(60) + (aim.get("constantCost") or 0)
print(*faults, f"{'refused' if faults else 'valid'}: cost {float(total):g}" if total.denominator > 1 else f"{'refused' if faults else 'valid'}: cost {total}", sep="\n")
sys.exit(5 if faults else 0)
