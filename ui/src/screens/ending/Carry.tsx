import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { GoalsTaken } from "../../api";
import { call } from "../../ipc";
import { announce } from "../../live";
import { Button, LinkButton, Notice, RadioSet, TextField, Trouble, useForm } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { endingWords } from "../../words/ending";

const say = endingWords.carry;
const ANEW = "";

/** The mentee's own goals and plan go along; nothing of the other person does. */
export function Carry({ relationship }: { relationship: string }) {
  const others = (useQuery("relationship.list", {}).value.value?.relationships ?? []).filter((each) => each.id !== relationship && each.role === "mentee" && each.standing === "open" && !each.example);
  const [into, setInto] = useState<string>(ANEW);
  const [name, setName] = useState("");
  const [taken, setTaken] = useState<GoalsTaken | null>(null);
  const form = useForm();
  const told = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone by then.
  useLayoutEffect(() => told.current?.focus(), [taken]);
  const partner = name.trim();
  return (
    <section class="stack" aria-labelledby="carry">
      <h2 id="carry">{say.title}</h2>
      <p class="hint">{say.lead}</p>
      {taken !== null ? (
        <Notice tone="good">
          <p ref={told} tabIndex={-1}>{say.done(taken.goals, taken.activities)} {taken.left}</p>
          <div class="row"><LinkButton href={href("relationship", { id: taken.relationship })}>{say.open}</LinkButton></div>
        </Notice>
      ) : (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form.send(async () => {
              const answer = await call("relationship.take_goals", { from: relationship, ...(into !== ANEW ? { into } : partner === "" ? {} : { partner: { name: partner, email: "", phone: "", zone: "", place: "" } }) });
              setTaken(answer);
              announce(say.done(answer.goals, answer.activities));
            });
          }}
        >
          {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
          {others.length > 0 ? <RadioSet id="into" legend={say.into} options={[{ value: ANEW, label: say.anew }, ...others.map((each) => ({ value: each.id as string, label: each.title }))]} value={into} onChange={setInto} error={form.errorOf("into")} /> : null}
          {into === ANEW ? <TextField id="partner.name" label={say.partner} hint={say.partnerHint} optional spellcheck={false} value={name} onInput={setName} error={form.errorOf("partner.name")} /> : null}
          <div class="row"><Button type="submit" off={form.busy}>{into === ANEW ? say.button : say.buttonInto}</Button></div>
        </form>
      )}
    </section>
  );
}
