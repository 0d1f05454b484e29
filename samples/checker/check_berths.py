"""Judges a berth plan: check_berths.py PROBLEM.json PLAN.json. Written from docs/berths-document.md alone; it shares nothing with BerthOpt.
Prints each broken rule and the cost; ends with 0 for a valid plan and 5 for a refused one."""
import json, math, sys
from fractions import Fraction


class Part(dict):
    """An object of a document; what it leaves out is None."""
    __getattr__ = dict.get


problem, plan = (json.load(open(path, encoding="utf-8-sig"), parse_float=Fraction, parse_int=Fraction, object_hook=Part) for path in sys.argv[1:3])
slot = (problem.grid or Part()).minutesPerSlot or 60
clear, moves, aim = problem.clearances or Part(), problem.movements or Part(), problem.objective or Part()
quays, pools = {quay.id: quay for quay in problem.quays}, {quay: pool for pool in problem.cranePools or [] for quay in pool.quays}
given, baseline = {entry.call: entry.assignment for entry in plan.assignments}, {entry.call: entry for entry in problem.baseline or []}
faults, visits, cost = [], [], dict.fromkeys("waiting stay lateness deviation crane speedUp rejection change".split(), Fraction(0))


def need(good, name, what):
    good or faults.append(f"{name}: {what}")


def either(value, default):
    return default if value is None else value


def covers(part, quay, left, right):  # whether a stretch of a quay holds another one
    return (part.fromMetres or 0) <= left and right <= either(part.toMetres, quay.lengthMetres)


def during(times, minute):
    return any(time.fromMinutes <= minute < time.toMinutes for time in times or [])


def handling_minutes(how, berth, count, away):  # in whole slots; None where the work cannot be done
    kind = next(name for name in how if name.lower().startswith(("minutes", "craneminutes")) and how[name] is not None)
    work, step = how[kind], int(count - (how.minCranes or 0))
    work = work.get(berth) if "ByBerth" in kind else work
    work = work[step] if work is not None and kind.endswith("Cranes") else work
    speed = how.productivity[step] if kind.startswith("crane") else 1
    return None if work is None else math.ceil(work * (1 + (how.deviationLossPerMetre or 0) * away) / speed / slot) * slot


def berths_filled(quay, call, first):  # at a discrete or hybrid quay; None where they do not hold the call
    row = quay.berths[[berth.id for berth in quay.berths].index(first):]
    fits = [n for n in range(1, len(row) + 1) if sum(berth.lengthMetres for berth in row[:n]) >= call.lengthMetres]
    wanted = 1 if quay.layout == "discrete" else int(call.berthsNeeded or min(fits, default=len(row) + 1))
    return row[:wanted] if wanted <= len(row) and (call.berthsNeeded or wanted in fits) else None


for call in problem.calls:
    name, at, rates, how, arrival = call.id, given.get(call.id), call.rates or Part(), call.handling, call.arrivalMinutes
    if at is None:
        need(name in given and call.optional, name, "has no place")
        cost["rejection"] += rates.rejectionCost or 0
        continue
    quay, start, end, left, right = quays[at.quay], at.startMinutes, at.endMinutes, at.positionMetres, at.positionMetres + call.lengthMetres
    numbers, places, offers, wall = at.cranes or [], [quay], set(quay.offers or []), (quay.layout or "continuous") == "continuous"
    count = len(numbers) or at.craneCount or 0
    if wall:
        room = clear.quayEndMetres or 0
        need(room <= left and right <= quay.lengthMetres - room and at.berth is None, name, "lies outside its quay")
    else:
        berths = berths_filled(quay, call, at.berth)
        need(berths is not None and left == berths[0].startMetres, name, "does not fit its berths")
        places += berths or []
        right = places[-1].startMetres + places[-1].lengthMetres if berths else right
        offers |= set.intersection(*(set(berth.offers or []) for berth in berths or [Part()]))
    need(all((p.openMinutes or 0) <= start and end <= either(p.closeMinutes, math.inf) for p in places), name, "lies at a place that is not open")
    need(not any(left < corner < right for corner in quay.breaksMetres or []), name, "lies across a break")
    under = [depth for depth in quay.depths or [] if depth.fromMetres < right and left < depth.toMetres]
    need(all(depth.depthMetres >= (call.draughtMetres or 0) for depth in under), name, "lies too shallow")
    need(set(call.requires or []) <= offers, name, "lacks equipment")
    need(not call.allowed or any(p.quay == at.quay and covers(p, quay, left, right) for p in call.allowed), name, "lies where it may not")
    for shut in (shut for shut in problem.closures or [] if shut.quay == at.quay and start < shut.toMinutes and shut.fromMinutes < end):
        need(right <= (shut.fromMetres or 0) or either(shut.toMetres, quay.lengthMetres) <= left, name, "lies in a closure")
    need(either(call.earliestStartMinutes, arrival) <= start <= either(call.latestStartMinutes, math.inf), name, "berths too early or late")
    need(end <= min(problem.horizonMinutes, either(call.deadlineMinutes, math.inf)), name, "leaves too late")
    need(call.arrivalWindows is None or during(call.arrivalWindows, start), name, "berths outside its windows")
    need(call.departureWindows is None or during(call.departureWindows, end), name, "leaves outside its windows")
    bans = [ban for ban in moves.bans or [] if call.lengthMetres >= (ban.minLengthMetres or 0)]
    caps = [cap for cap in moves.caps or [] if call.lengthMetres >= (cap.minLengthMetres or 0) and cap.quay in (None, at.quay)]
    need(not during(bans, start) and not during(bans, end), name, "moves during a ban")
    fits = (how.minCranes or 0) <= count <= (how.maxCranes or 0)
    need(fits, name, "has too few or too many cranes")
    away = quay.lengthMetres if call.preferredQuay not in (None, at.quay) else abs(left - either(call.preferredPositionMetres, left))
    work = handling_minutes(how, at.berth, count, away) if fits else None
    delayed = bans or caps or call.departureWindows is not None
    need(work is not None and (end == start + work or end > start + work and delayed), name, "does not stay as long as its handling")
    mine = {"quay": at.quay, "positionMetres": left, "startMinutes": start, "cranes": count, "firstCrane": numbers[0] if numbers else None}
    need(all(value in (None, mine[key]) for key, value in (call.pin or {}).items()), name, "is not where it is pinned")
    weight = (call.priority or 1) / Fraction(60)
    cost["waiting"] += (rates.waitingPerHour or 0) * weight * max(0, start - arrival)
    cost["stay"] += (rates.stayPerHour or 0) * weight * (end - start)
    cost["lateness"] += (rates.latenessPerHour or 0) * weight * max(0, end - either(call.dueMinutes, end))
    cost["deviation"] += (rates.deviationPerMetre or 0) * away
    cost["crane"] += (rates.cranePerHour or 0) * count * (work or 0) / Fraction(60)
    cost["speedUp"] += (rates.speedUpPerHour or 0) * max(0, arrival - start) / Fraction(60)
    if was := baseline.get(name):
        along, more = (abs(left - was.positionMetres) if was.quay == at.quay else None), abs(count - (was.cranes or count))
        cost["change"] += (was.startChangePerHour or 0) * abs(start - was.startMinutes) / Fraction(60) + (was.craneChangeCost or 0) * more
        cost["change"] += (was.positionChangePerMetre or 0) * (along or 0) + (was.moveCost or 0) * (along != 0)
        need(not was.frozen or along == more == start - was.startMinutes == 0, name, "is frozen in the baseline")
    visits.append(Part(call=call, at=at, left=left, right=right, start=start, end=end, done=start + (work or end - start), count=count, numbers=numbers, wall=wall, caps=caps))

for index, one in enumerate(visits):
    for other in visits[:index]:
        room, pause, pool = (clear.hullMetres or 0) if one.wall else 0, clear.betweenStaysMinutes or 0, pools.get(one.at.quay)
        if one.at.quay == other.at.quay and one.left < other.right + room and other.left < one.right + room:
            need(one.start >= other.end + pause or other.start >= one.end + pause, one.call.id, f"lies too near {other.call.id}")
        if one.numbers and other.numbers and pool is pools.get(other.at.quay) and one.start < other.done and other.start < one.done:
            need(not set(one.numbers) & set(other.numbers), one.call.id, f"shares cranes with {other.call.id}")
            here, there = ((pool.quays.index(visit.at.quay), visit.left) for visit in (one, other))
            need(here == there or (here < there) == (one.numbers[0] < other.numbers[0]), one.call.id, f"has cranes that cross those of {other.call.id}")

for pool in problem.cranePools or []:
    crews = sorted((visit for visit in visits if pools.get(visit.at.quay) is pool and visit.count > 0 and visit.done > visit.start), key=lambda visit: visit.start)
    for minute in {visit.start for visit in crews} | {outage.fromMinutes for outage in pool.outages or []} if pool.rule == "total" else []:
        left = pool.count - len({outage.crane for outage in pool.outages or [] if during([outage], minute)})
        need(sum(crew.count for crew in crews if crew.start <= minute < crew.done) <= left, pool.id, f"has too few cranes at minute {minute}")
    last = {}
    for crew in crews if pool.rule != "total" else []:
        name, first, quay = crew.call.id, (crew.numbers or [0])[0], quays[crew.at.quay]
        need(crew.numbers == [first + n for n in range(int(crew.count))] and 1 <= first <= pool.count + 1 - crew.count, name, "does not say which cranes work, or they are no neighbours")
        place = crew.left + sum(quays[before].lengthMetres for before in pool.quays[:pool.quays.index(quay.id)])
        for crane in crew.numbers:
            out = [outage for outage in pool.outages or [] if outage.crane == crane and outage.fromMinutes < crew.done and crew.start < outage.toMinutes]
            reach = [part for part in pool.reaches or [] if part.crane == crane]
            need(not out, name, f"uses crane {crane}, which is out")
            need(not reach or any(part.quay == quay.id and covers(part, quay, crew.left, crew.right) for part in reach), name, f"is out of reach of crane {crane}")
            free, was = last.get(crane, (math.inf, 0))
            if pool.travel and free <= crew.start:
                way = pool.travel.setupMinutes + abs(place - was) * pool.travel.speedMinutes / pool.travel.speedMetres
                need(crew.start - free >= way, name, f"starts before crane {crane} can be there")
            last[crane] = (crew.done, place)

for cap in moves.caps or []:
    periods = [minute // cap.periodMinutes for visit in visits if any(cap is counting for counting in visit.caps) for minute in (visit.start, visit.end)]
    need(all(periods.count(period) <= cap.max for period in periods), "all calls", "move too often in a period")
need(set(given) == {call.id for call in problem.calls} and len(plan.assignments) == len(problem.calls), "the plan", "does not have one entry for each call")
total = sum(value * either(aim.get(f"{term}Weight"), 1) for term, value in cost.items()) + (aim.constantCost or 0)
total += (aim.makespanPerHour or 0) * max((visit.end for visit in visits), default=0) / Fraction(60)
print(*faults, f"{'refused' if faults else 'valid'}: cost {total if total.denominator == 1 else float(total)}", sep="\n")
sys.exit(5 if faults else 0)
