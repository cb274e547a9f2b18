// What ical.js, the reader inside Thunderbird, makes of a calendar file. The file is the argument; the zone of the
// computer is that of TZ.
import { readFile } from "node:fs/promises";
import ICAL from "../../../ui/node_modules/ical.js/dist/ical.js";

const calendar = new ICAL.Component(ICAL.parse(await readFile(process.argv.at(-1), "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: Number(event.sequence),
    status: component.getFirstPropertyValue("status"),
    start: event.startDate.toJSDate().toISOString().replace(".000Z", "Z"),
    end: event.endDate.toJSDate().toISOString().replace(".000Z", "Z"),
    summary: event.summary,
    location: event.location ?? "",
  };
});
process.stdout.write(JSON.stringify({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, events }));
