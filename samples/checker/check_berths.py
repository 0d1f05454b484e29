"""Judges a berth plan: check_berths.py PROBLEM.json PLAN.json. Written from docs/berths-document.md alone; it shares nothing with BerthOpt.
Prints each broken rule and the cost; ends with 0 for a valid plan and 5 for a refused one."""
import json, math, sys
from fractions import Fraction

class Part(dict):  # an object of a document; what it leaves out has its default, which is 0 unless it stands here
    __getattr__ = lambda self, name: DEFAULTS.get(name, int(name.endswith("Weight"))) if self.get(name) is None else self[name]

DEFAULTS = {"priority": 1, "minutesPerSlot": 60, "layout": "continuous"}
DEFAULTS |= dict.fromkeys("calls closures cranePools outages reaches cranes offers requires breaksMetres depths bans caps allowed baseline".split(), [])
DEFAULTS |= dict.fromkeys("rates clearances movements objective pin grid".split(), Part())
DEFAULTS |= dict.fromkeys("closeMinutes latestStartMinutes deadlineMinutes toMetres".split(), math.inf)
DEFAULTS |= dict.fromkeys("assignment berth quay preferredQuay preferredPositionMetres earliestStartMinutes dueMinutes arrivalWindows departureWindows travel".split())

problem, plan = (json.load(open(path, encoding="utf-8-sig"), parse_float=Fraction, parse_int=Fraction, object_hook=Part) for path in sys.argv[1:3])
slot, clear, moves, aim, hour = problem.grid.minutesPerSlot, problem.clearances, problem.movements, problem.objective, Fraction(60)
quays, pools = {quay.id: quay for quay in problem.quays}, {quay: pool for pool in problem.cranePools for quay in pool.quays}
given, baseline = {entry.call: entry.assignment for entry in plan.assignments}, {entry.call: entry for entry in problem.baseline}
faults, visits, total = [], [], aim.constantCost

def either(value, default): return default if value is None else value
def meets(one, other): return one[0] < other[1] and other[0] < one[1]  # two stretches from, to
def metres(part): return part.fromMetres, part.toMetres
def minutes(part): return part.fromMinutes, part.toMinutes
def during(times, minute): return any(time.fromMinutes <= minute < time.toMinutes for time in times)
def covers(part, quay, left, right): return part.quay == quay and part.fromMetres <= left and right <= part.toMetres
def judge(name, **rules): faults.extend(f"{name} {rule.replace('_', ' ')}" for rule, kept in rules.items() if not kept)

def handling_minutes(how, berth, count, away):  # in whole slots; None where the work cannot be done
    kind, step = next(name for name in how if name.lower().startswith(("minutes", "craneminutes")) and how[name] is not None), int(count - how.minCranes)
    work = how[kind].get(berth) if "ByBerth" in kind else how[kind]
    work = work[step] if work is not None and kind.endswith("Cranes") else work
    speed = how.productivity[step] if kind.startswith("crane") else 1
    return None if work is None else math.ceil(work * (1 + how.deviationLossPerMetre * away) / speed / slot) * slot

def berths_filled(quay, call, first):  # at a discrete or hybrid quay; none where they do not hold the call
    row = quay.berths[[berth.id for berth in quay.berths].index(first):]
    fits = [n for n in range(1, len(row) + 1) if sum(berth.lengthMetres for berth in row[:n]) >= call.lengthMetres]
    wanted = 1 if quay.layout == "discrete" else int(call.berthsNeeded or min(fits, default=len(row) + 1))
    return row[:wanted] if wanted <= len(row) and (call.berthsNeeded or wanted in fits) else []

for call in problem.calls:
    at, rates, how = given.get(call.id), call.rates, call.handling
    if at is None:
        judge(call.id, has_no_place=call.id in given and call.optional)
        total += aim.rejectionWeight * rates.rejectionCost
        continue
    quay, start, end, count, weight = quays[at.quay], at.startMinutes, at.endMinutes, len(at.cranes) or at.craneCount, call.priority / hour
    wall, berths = (True, []) if quay.layout == "continuous" else (False, berths_filled(quay, call, at.berth))
    left, right = at.positionMetres, berths[-1].startMetres + berths[-1].lengthMetres if berths else at.positionMetres + call.lengthMetres
    bans = [ban for ban in moves.bans if call.lengthMetres >= ban.minLengthMetres]
    caps = [cap for cap in moves.caps if call.lengthMetres >= cap.minLengthMetres and cap.quay in (None, at.quay)]
    away = quay.lengthMetres if call.preferredQuay not in (None, at.quay) else abs(left - either(call.preferredPositionMetres, left))
    work = handling_minutes(how, at.berth, count, away) if how.minCranes <= count <= how.maxCranes else None
    mine = {"quay": at.quay, "positionMetres": left, "startMinutes": start, "cranes": count, "firstCrane": at.cranes[0] if at.cranes else None}
    was = baseline.get(call.id, Part(quay=at.quay, positionMetres=left, startMinutes=start))
    along, later, more = (abs(left - was.positionMetres) if was.quay == at.quay else None), abs(start - was.startMinutes), abs(count - (was.cranes or count))
    judge(call.id,
          lies_outside_its_quay_or_berths=(clear.quayEndMetres <= left and right <= quay.lengthMetres - clear.quayEndMetres and at.berth is None if wall
                                           else berths and left == berths[0].startMetres),
          lies_at_a_place_that_is_not_open=all(place.openMinutes <= start and end <= place.closeMinutes for place in [quay, *berths]),
          lies_across_a_break=not any(left < corner < right for corner in quay.breaksMetres),
          lies_too_shallow=all(depth.depthMetres >= call.draughtMetres for depth in quay.depths if meets(metres(depth), (left, right))),
          lacks_equipment=all(set(call.requires) <= {*quay.offers, *place.offers} for place in berths or [quay]),
          lies_where_it_may_not=not call.allowed or any(covers(part, at.quay, left, right) for part in call.allowed),
          lies_in_a_closure=not any(shut.quay == at.quay and meets(minutes(shut), (start, end)) and meets(metres(shut), (left, right)) for shut in problem.closures),
          berths_too_early_or_late=either(call.earliestStartMinutes, call.arrivalMinutes) <= start <= call.latestStartMinutes,
          leaves_too_late=end <= min(problem.horizonMinutes, call.deadlineMinutes),
          moves_outside_its_windows=all(times is None or during(times, minute) for times, minute in ((call.arrivalWindows, start), (call.departureWindows, end))),
          moves_during_a_ban=not during(bans, start) and not during(bans, end),
          has_wrong_cranes_or_does_not_stay_for_its_handling=work is not None and (end == start + work or end > start + work and (bans or caps or call.departureWindows is not None)),
          is_not_where_it_is_pinned=all(value in (None, mine[key]) for key, value in call.pin.items()),
          is_frozen_elsewhere=not was.frozen or along == later == more == 0)
    total += (aim.waitingWeight * rates.waitingPerHour * weight * max(0, start - call.arrivalMinutes) + aim.stayWeight * rates.stayPerHour * weight * (end - start)
              + aim.latenessWeight * rates.latenessPerHour * weight * max(0, end - either(call.dueMinutes, end)) + aim.deviationWeight * rates.deviationPerMetre * away
              + aim.craneWeight * rates.cranePerHour * count * (work or 0) / hour + aim.speedUpWeight * rates.speedUpPerHour * max(0, call.arrivalMinutes - start) / hour
              + aim.changeWeight * (was.startChangePerHour * later / hour + was.positionChangePerMetre * (along or 0) + was.moveCost * (along != 0) + was.craneChangeCost * more))
    place = left + sum(quays[before].lengthMetres for before in pools[quay.id].quays[:pools[quay.id].quays.index(quay.id)]) if quay.id in pools else left
    visits.append(Part(id=call.id, at=at, left=left, right=right, start=start, end=end, done=start + (work or end - start), count=count,
                       wall=wall, caps=caps, pool=pools.get(quay.id), place=place))

for one, other in ((one, other) for index, one in enumerate(visits) for other in visits[:index]):
    room, pause, both = clear.hullMetres if one.wall else 0, clear.betweenStaysMinutes, set(one.at.cranes) & set(other.at.cranes)
    apart = one.at.quay != other.at.quay or not meets((one.left, one.right + room), (other.left, other.right + room))
    crews = one.at.cranes and other.at.cranes and one.pool is other.pool and meets((one.start, one.done), (other.start, other.done))
    judge(f"{one.id} and {other.id}", lie_too_near=apart or not meets((one.start, one.end + pause), (other.start, other.end + pause)), share_cranes=not crews or not both,
          have_cranes_that_cross=not crews or one.place == other.place or (one.place < other.place) == (one.at.cranes[0] < other.at.cranes[0]))

for pool in problem.cranePools:
    crews, last = sorted((visit for visit in visits if visit.pool is pool and visit.count > 0 and visit.done > visit.start), key=lambda visit: visit.start), {}
    for minute in {visit.start for visit in crews} | {outage.fromMinutes for outage in pool.outages} if pool.rule == "total" else []:
        at_work, out = sum(crew.count for crew in crews if crew.start <= minute < crew.done), {outage.crane for outage in pool.outages if during([outage], minute)}
        judge(f"{pool.id} at minute {minute}", has_too_few_cranes=at_work <= pool.count - len(out))
    for crew in crews if pool.rule != "total" else []:
        first = crew.at.cranes[0] if crew.at.cranes else 0
        judge(crew.id, lacks_neighbouring_cranes=crew.at.cranes == [first + n for n in range(int(crew.count))] and 1 <= first <= pool.count + 1 - crew.count)
        for crane in crew.at.cranes:
            reach, (free, was) = [part for part in pool.reaches if part.crane == crane], last.get(crane, (-math.inf, 0))
            way = pool.travel.setupMinutes + abs(crew.place - was) * pool.travel.speedMinutes / pool.travel.speedMetres if pool.travel else 0
            judge(f"{crew.id} with crane {crane}", is_out_of_reach=not reach or any(covers(part, crew.at.quay, crew.left, crew.right) for part in reach),
                  begins_before_it_is_there=free > crew.start or free + way <= crew.start,
                  has_one_that_is_out=not any(outage.crane == crane and meets(minutes(outage), (crew.start, crew.done)) for outage in pool.outages))
            last[crane] = (crew.done, crew.place)

for cap in moves.caps:
    periods = [minute // cap.periodMinutes for visit in visits if any(cap is counting for counting in visit.caps) for minute in (visit.start, visit.end)]
    judge("all calls", move_too_often_in_a_period=all(periods.count(period) <= cap.max for period in periods))
judge("the plan", lacks_an_entry_or_has_too_many=set(given) == {call.id for call in problem.calls} and len(plan.assignments) == len(problem.calls))
total += aim.makespanPerHour * max((visit.end for visit in visits), default=0) / hour
print(*faults, f"{'refused' if faults else 'valid'}: cost {total if total == int(total) else float(total)}", sep="\n")
sys.exit(5 if faults else 0)
