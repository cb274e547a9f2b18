/** Every part on one page, for looking at, for axe and for the keyboard. */
import "@ui/styles/tokens.css";
import "@ui/styles/base.css";
import "@ui/styles/parts.css";
import "@ui/styles/frame.css";
import "@ui/styles/forced.css";
import { render } from "preact";
import { useState } from "preact/hooks";
import {
  Button, Checkbox, CheckboxSet, Combobox, DateField, Dialog, Disclosure, Empty, ErrorSummary, NumberField, Notice, OrderedList, RadioSet,
  SaveState, Screen, Standing, Table, TabPanels, Tabs, TextArea, TextField, TimeField, toast, Toasts, Who, YesNo,
} from "@ui/parts";

const people = ["Priya Shah", "Ada Nwosu", "Jun Castillo", "Éva Kiss", "Zoë Okafor", "Leila Benali", "Kofi Mensah"];
/** Relationships of a programme, as many as are asked for. */
const pairs = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `r${index}`,
    names: `${people[index % 7] ?? ""} and ${people[(index + 3) % 7] ?? ""}`,
    stage: ["First meeting", "First 30 days", "90-day check-up"][index % 3] ?? "",
    settled: (index * 7) % 24,
  }));

function Pairs(props: { count: number }) {
  return (
    <Table
      label="Relationships of the programme"
      rows={rows(props.count)}
      keyOf={(row) => row.id}
      columns={[
        { key: "names", head: "Pair", cell: (row) => row.names, href: (row) => `#/relationship/${row.id}`, sort: (row) => row.names },
        { key: "stage", head: "Stage", cell: (row) => row.stage, sort: (row) => row.stage },
        { key: "settled", head: "Sections settled", cell: (row) => `${row.settled} of 23`, sort: (row) => row.settled, figures: true },
      ]}
    />
  );
}
const made = new Map<number, ReturnType<typeof pairs>>();
const rows = (count: number): ReturnType<typeof pairs> => {
  if (!made.has(count)) made.set(count, pairs(count));
  return made.get(count) ?? [];
};

/** One long table by itself, drawn when its button is pressed, so that the drawing can be timed. */
function Long() {
  const [shown, setShown] = useState(false);
  // Made before it is asked for, as Rust's answer is: what is timed is the table.
  rows(2000);
  return (
    <main>
      <Screen title="A long table"><div class="row"><Button onClick={() => setShown(true)}>Show 2,000 rows</Button></div>{shown ? <Pairs count={2000} /> : null}</Screen>
    </main>
  );
}

function Gallery() {
  const [text, setText] = useState("");
  const [long, setLong] = useState("We answer within two working days.\n\n- Signal first\n- then the phone");
  const [date, setDate] = useState<string | null>(null);
  const [side, setSide] = useState<"mentor" | "mentee" | null>(null);
  const [ticks, setTicks] = useState<string[]>(["b"]);
  const [tick, setTick] = useState(false);
  const [yes, setYes] = useState<boolean | null>(null);
  const [time, setTime] = useState<string | null>("14:00");
  const [days, setDays] = useState<number | null>(3);
  const [zone, setZone] = useState("Europe/London");
  const [open, setOpen] = useState(false);
  const [goals, setGoals] = useState(["Lead a small project", "Speak up in meetings", "Know more people outside my team"]);
  return (
    <main>
      <Screen title="Parts" lead="All controls of the window, each in use." above={<Who name="Tom Okafor" side="mentor" />}>
        <Tabs label="Kinds" tabs={[{ href: "#/a", label: "Fields", current: true }, { href: "#/b", label: "Words", current: false }]} />
        <ErrorSummary mistakes={[{ field: "wrong", message: "Write a name of at most 200 letters." }]} />
        <div class="stack loose">
          <TextField label="Your name" hint="As your partner knows you" value={text} onInput={setText} autocomplete="name" />
          <TextField id="wrong" label="With an error" error="Write a name of at most 200 letters." optional value="" onInput={() => {}} />
          <TextArea label="What you have decided" hint="Your own words, for both of you." value={long} onInput={setLong} reading />
          <DateField label="End date" value={date} onChange={setDate} chips={[{ words: "+6 months", months: 6 }, { words: "+9 months", months: 9 }, { words: "+1 year", months: 12 }]} />
          <TimeField label="Not before" value={time} onChange={setTime} />
          <NumberField label="We answer within" unit="working days" value={days} min={1} max={30} onChange={setDays} />
          <RadioSet legend="Which side are you on?" look="cards" value={side} onChange={setSide} options={[{ value: "mentor", label: "I am the mentor", about: "You share what you know." }, { value: "mentee", label: "I am the mentee", about: "You set the goals." }]} />
          <CheckboxSet legend="Which ways fit?" values={ticks} onChange={setTicks} options={[{ value: "a", label: "Signal" }, { value: "b", label: "Phone" }, { value: "c", label: "E-mail", about: "Read on working days" }]} />
          <Checkbox label="Put this in the agreement" checked={tick} onChange={setTick} />
          <YesNo legend="Do you meet in person?" value={yes} onChange={setYes} />
          <Combobox label="Time zone" value={zone} onChange={setZone} options={[{ value: "Europe/London", label: "London", note: "UTC+0" }, { value: "Europe/Paris", label: "Paris", note: "UTC+1" }, { value: "America/Sao_Paulo", label: "São Paulo", note: "UTC−3" }]} />
          <OrderedList label="Goals" items={goals} keyOf={(goal) => goal} nameOf={(goal) => goal} onMove={(goal, to) => { const rest = goals.filter((each) => each !== goal); setGoals([...rest.slice(0, to), goal, ...rest.slice(to)]); }}>
            {(goal) => <span>{goal}</span>}
          </OrderedList>
          <TabPanels label="The meeting" panels={[{ key: "before", label: "Before", panel: () => <p>What do you want from this one?</p> }, { key: "during", label: "During", panel: () => <p>Notes that both will see.</p> }, { key: "after", label: "After", panel: () => <p>What I take away.</p> }]} />
          <Pairs count={6} />
          <Disclosure label="More about this">Questions to ask each other.</Disclosure>
          <Notice title="One line">It stays on this computer.</Notice>
          <Notice tone="attention">You have not confirmed your recovery code.</Notice>
          <Notice tone="danger">Not saved.</Notice>
          <Notice tone="good">Both of you agreed.</Notice>
          <div class="row"><Standing standing="agreed" /><Standing standing="open" /><Standing standing="not_for_us" /><Standing standing="untouched" /></div>
          <div class="row"><Who name="Priya Shah" side="mentee" /><Who name="Tom Okafor" side="mentor" /></div>
          <Empty title="No relationships yet" action={<Button kind="primary">New relationship</Button>}>Here you will see the people you work with.</Empty>
          <div class="row">
            <Button kind="primary">Primary</Button><Button>Plain</Button><Button kind="quiet">Quiet</Button><Button kind="danger">Remove</Button><Button off>Off</Button>
            <Button id="ask" onClick={() => setOpen(true)}>Open a dialog</Button><Button id="toast" onClick={() => toast("Goal removed.", () => setText("undone"))}>Show a toast</Button>
          </div>
          <SaveState />
        </div>
        <Dialog open={open} title="Remove this goal?" onClose={() => setOpen(false)}>
          <p>You can bring it back with Undo.</p>
          <div class="foot"><Button onClick={() => setOpen(false)}>Keep it</Button></div>
        </Dialog>
      </Screen>
      <Toasts />
    </main>
  );
}

const place = document.getElementById("app");
if (place !== null) render(location.hash === "#long" ? <Long /> : <Gallery />, place);
