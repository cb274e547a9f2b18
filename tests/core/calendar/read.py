"""What Python's icalendar and libical (GNOME, KDE) make of a calendar file, which is the argument."""
import ctypes
import datetime
import json
import sys
import time

import icalendar

text = open(sys.argv[1], "rb").read()
calendar = icalendar.Calendar.from_ical(text)
faults = [str(error) for part in calendar.walk() for error in getattr(part, "errors", [])]


def instant(value):
    return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


events = [
    {
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "status": str(event["STATUS"]),
        "start": instant(event.decoded("DTSTART")),
        "end": instant(event.decoded("DTEND")),
        "summary": str(event["SUMMARY"]),
        "location": str(event.get("LOCATION", "")),
    }
    for event in calendar.walk("VEVENT")
]

ical = ctypes.CDLL("libical.so")


class Time(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in "year month day hour minute second is_date is_daylight".split()]
    _fields_ += [("zone", ctypes.c_void_p)]


def function(name, answer, *takes):
    found = getattr(ical, name)
    found.restype, found.argtypes = answer, takes
    return found


component = function("icalparser_parse_string", ctypes.c_void_p, ctypes.c_char_p)(text)
valid = function("icalrestriction_check", ctypes.c_int, ctypes.c_void_p)(component)
errors = function("icalcomponent_count_errors", ctypes.c_int, ctypes.c_void_p)(component)
first = function("icalcomponent_get_first_component", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
following = function("icalcomponent_get_next_component", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
uid = function("icalcomponent_get_uid", ctypes.c_char_p, ctypes.c_void_p)
sequence = function("icalcomponent_get_sequence", ctypes.c_int, ctypes.c_void_p)
start = function("icalcomponent_get_dtstart", Time, ctypes.c_void_p)
seconds = function("icaltime_as_timet", ctypes.c_long, Time)
VEVENT = 4
others = []
event = first(component, VEVENT)
while event:
    at = datetime.datetime.fromtimestamp(seconds(start(event)), datetime.timezone.utc)
    others.append({"uid": uid(event).decode(), "sequence": sequence(event), "start": instant(at)})
    event = following(component, VEVENT)

json.dump(
    {
        "zone": time.tzname[0],
        "faults": faults,
        "events": events,
        "libical": {"valid": valid, "errors": errors, "events": others},
    },
    sys.stdout,
)
