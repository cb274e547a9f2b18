import type { ClosingView, CultureIdeas } from "../../api";
import { saving, useDraft } from "../../autosave";
import { call } from "../../ipc";
import { announce } from "../../live";
import { Button, CheckboxSet, TextArea, toast } from "../../parts";
import { endingWords } from "../../words/ending";
import { failed, linesOf } from "./frame";

const say = endingWords.culture;

/** What each does to help mentoring along; each way and idea can become a task (R126). */
export function Culture({ relationship, view }: { relationship: string; view: ClosingView }) {
  return (
    <section class="stack" aria-labelledby="culture">
      <h2 id="culture">{say.title}</h2>
      {view.standing === "open" ? (
        <>
          <p class="hint">{say.lead}</p>
          <div class="sides">
            {view.cultureIdeas.map((each) => <Side key={each.side} relationship={relationship} view={view} ideas={each} />)}
          </div>
        </>
      ) : (
        <dl class="facts close">
          {view.cultureIdeas.map((each) => {
            const chosen = [...view.culture.filter((way) => way.ticked.includes(each.side)).map((way) => way.label), ...each.ideas];
            return [<dt key={`${each.side} name`}>{each.name}</dt>, <dd key={each.side} class={chosen.length === 0 ? "quiet" : undefined}>{chosen.length === 0 ? endingWords.closing.noAnswer : chosen.join("; ")}</dd>];
          })}
        </dl>
      )}
    </section>
  );
}

function Side({ relationship, view, ideas }: { relationship: string; view: ClosingView; ideas: CultureIdeas }) {
  const { side, name } = ideas;
  const ticked = view.culture.filter((way) => way.ticked.includes(side)).map((way) => way.way);
  const own = useDraft(`culture:${relationship}:${side}`, ideas.ideas.join("\n"), (text) => call("closing.culture", { relationship, side, ways: ticked, own: linesOf(text) }));
  const makeTask = (what: string): void => {
    saving(() => call("task.add", { relationship, what, owner: side })).then(() => toast(say.taskDone(what)), failed);
  };
  const chosen = [...view.culture.filter((way) => ticked.includes(way.way)).map((way) => way.label), ...ideas.ideas];
  return (
    <div class={`side ${side} stack`}>
      <CheckboxSet
        legend={name}
        options={view.culture.map((way) => ({ value: way.way, label: way.label }))}
        values={ticked}
        onChange={(ways) => void saving(() => call("closing.culture", { relationship, side, ways })).then(() => announce(endingWords.saved), failed)}
      />
      <TextArea label={say.own(name)} hint={say.ownHint} optional value={own.value.value} error={own.problem.value?.message ?? null} onInput={(text) => own.edit(text)} onLeave={() => void own.leave()} />
      {chosen.length > 0 ? (
        <ul class="bare stack tight">
          {chosen.map((what) => <li key={what} class="row apart"><span>{what}</span><Button compact label={say.taskOf(what, name)} onClick={() => makeTask(what)}>{say.task}</Button></li>)}
        </ul>
      ) : null}
    </div>
  );
}
