import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { RelationshipView, RequestChoice, RequestChosen } from "../../api";
import { call } from "../../ipc";
import { announce } from "../../live";
import { Button, LinkButton, Trouble, useForm } from "../../parts";
import { href } from "../../router";
import { endingWords } from "../../words/ending";
import { Message } from "../contact/Message";

const say = endingWords.lapsed;

/** After ten days without an answer, or a no: what the mentee may do. Nothing is deleted (R132). */
export function Lapsed({ view }: { view: RelationshipView }) {
  const [chosen, setChosen] = useState<{ choice: RequestChoice; answer: RequestChosen } | null>(null);
  const form = useForm();
  const next = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone by then.
  useLayoutEffect(() => next.current?.focus(), [chosen]);
  const choose = (choice: RequestChoice): void => {
    void form.send(async () => {
      const answer = await call("intake.choose", { relationship: view.id, choice });
      setChosen({ choice, answer });
      announce(answer.next);
    });
  };
  return (
    <div class="stack">
      {form.trouble !== null ? <Trouble error={form.trouble} /> : null}
      {view.intake.choices.length > 0 ? (
        <div class="stack tight" role="group" aria-label={say.legend}>
          <p>{say.legend}</p>
          <div class="row">{view.intake.choices.map((each) => <Button key={each.choice} off={form.busy} onClick={() => choose(each.choice)}>{each.words}</Button>)}</div>
        </div>
      ) : null}
      {chosen !== null ? (
        <>
          <p ref={next} tabIndex={-1}>{chosen.answer.next}</p>
          {chosen.choice === "another" ? <div class="row"><LinkButton href={href("relationshipNew")} kind="primary">{say.setUp}</LinkButton></div> : null}
          {chosen.answer.draft !== null ? <Message draft={{ to: chosen.answer.draft.to, subject: chosen.answer.draft.subject, text: chosen.answer.draft.body }} /> : null}
        </>
      ) : null}
    </div>
  );
}
