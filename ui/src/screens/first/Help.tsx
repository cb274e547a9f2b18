import { useState } from "preact/hooks";
import type { FirstView, HelpWay } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Button, Checkbox, Disclosure, RadioSet, TextField, toast, useForm } from "../../parts";
import { firstWords } from "../../words/first";

const say = firstWords.first;
/** A goal by its id and name. */
export interface Named {
  id: string;
  title: string;
}
const tell = (error: unknown): void => toast(apiError(error).message);

/** The seven ways in which a mentor can help, and their own; each can serve a goal (R87). */
export function Help({ relationship, view, goals }: { relationship: string; view: FirstView; goals: readonly Named[] }) {
  const want = (way: HelpWay, wanted: boolean, goal = ""): void => {
    saving(() => call("first.help", { relationship, way: way.way, wanted, ...(goal === "" ? {} : { goal }) })).catch(tell);
  };
  return (
    <div class="stack">
      <p class="hint">{say.helpLead}</p>
      <ul class="bare stack tight" aria-label={say.ways}>
        {view.help.map((way) => (
          <li key={way.way} class="stack tight" data-way={way.way}>
            <Checkbox label={way.label} checked={way.wanted} onChange={(wanted) => want(way, wanted)} />
            {way.wanted && goals.length > 0 ? <Serves way={way} goals={goals} onChosen={(goal) => want(way, true, goal)} /> : null}
          </li>
        ))}
      </ul>
      <OwnWay relationship={relationship} />
    </div>
  );
}

function Serves({ way, goals, onChosen }: { way: HelpWay; goals: readonly Named[]; onChosen: (goal: string) => void }) {
  const served = goals.find((goal) => goal.id === way.goal);
  return (
    <div class="serves stack tight">
      {served !== undefined ? <p class="small">{say.serves(served.title)}</p> : null}
      <Disclosure writes label={served === undefined ? say.which(way.label) : say.whichChange(way.label)}>
        <RadioSet legend={say.which(way.label)} quietLegend options={[...goals.map((goal) => ({ value: goal.id, label: goal.title })), { value: "", label: say.noGoal }]} value={way.goal ?? ""} onChange={onChosen} />
      </Disclosure>
    </div>
  );
}

function OwnWay({ relationship }: { relationship: string }) {
  const [text, setText] = useState("");
  const form = useForm();
  return (
    <form
      class="stack tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "") return;
        void form.send(() => call("first.help", { relationship, way: text })).then((done) => done && setText(""));
      }}
    >
      <TextField id="way" label={say.own} optional value={text} error={form.errorOf("way") ?? form.trouble?.message ?? null} onInput={setText} />
      <div class="row"><Button compact type="submit" off={form.busy}>{say.addOwn}</Button></div>
    </form>
  );
}
