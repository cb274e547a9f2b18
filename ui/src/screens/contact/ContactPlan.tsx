import type { AgreementView, ContactPlan as Plan, ContactSide } from "../../api";
import { Notice, Screen, Trouble, Who } from "../../parts";
import { useQuery } from "../../query";
import { words } from "../../words";
import { HistoryButton } from "../agreement/History";
import { Question } from "../agreement/Question";
import { zoneOption } from "../person/zones";
import { stayingWords } from "../../words/staying";
import { SavePaper } from "../agreement/SavePaper";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { Channels } from "./Channels";
import { Staying } from "./Staying";
import { Week } from "./Week";

const say = words.contact;

/** The contact plan: four blocks on one page (R10). What the agreement asks as well is the same answer in both places. */
export function ContactPlan({ relationship }: { relationship: string }) {
  const query = useQuery("contact.get", { relationship });
  const plan = query.value.value;
  const agreement = useQuery("agreement.get", { relationship }).value.value;
  return (
    <Screen title={say.title} about={plan?.title} lead={say.lead} wide>
      <RelationshipTabs relationship={relationship} />
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      {plan !== undefined ? (
        <div class="stack loose contact-plan">
          <Staying relationship={relationship} partner={partnerOf(plan)} />
          <section class="stack" aria-labelledby="methods">
            <h2 id="methods">{say.methods}</h2>
            <p class="hint">{say.methodsHint}</p>
            <Halves plan={plan}>{(half) => <Channels relationship={relationship} half={half} />}</Halves>
          </section>
          <section class="stack" aria-labelledby="times">
            <h2 id="times">{say.times}</h2>
            <p class="hint">{say.timesHint}</p>
            <Halves plan={plan}>
              {(half) => (
                <>
                  <p class="small quiet">{say.clock(zoneOption(half.zone).label, half.localTime)}</p>
                  <Week relationship={relationship} half={half} parts={plan.parts} />
                  {half.times.length > 0 ? <ul class="bare small" aria-label={say.inWords}>{half.times.map((line) => <li key={line}>{line}</li>)}</ul> : null}
                  {half.times.length > 0 ? <div class="deeds"><HistoryButton relationship={relationship} subject={{ of: "answer", field: "area.1.times", side: half.side }} label={say.timesOf(half.name)} /></div> : null}
                </>
              )}
            </Halves>
          </section>
          {agreement !== undefined ? (
            <>
              <Answers id="calls" title={say.calls} relationship={relationship} view={agreement} fields={["template.6.ad_hoc", "template.6.ad_hoc_note"]} />
              <Answers id="points" title={say.points} relationship={relationship} view={agreement} fields={["area.3.agenda", "area.3.agenda_by", "area.3.agenda_lead_days", "area.3.agenda_last_call_days"]} />
              <Answers id="silence" title={say.silence} relationship={relationship} view={agreement} fields={["area.5.nudge_by", "area.5.nudge_days", "area.5.reply_days", "area.5.reply_working_days", "area.5.silence_weeks", "area.5.mechanism"]} />
            </>
          ) : null}
          {plan.programme.length > 0 ? (
            <section class="stack tight" aria-labelledby="programme">
              <h2 id="programme">{say.programme}</h2>
              <ul class="bare">{plan.programme.map((line) => <li key={line}><bdi>{line}</bdi></li>)}</ul>
            </section>
          ) : null}
          <section class="stack" aria-labelledby="card">
            <h2 id="card">{stayingWords.card.title}</h2>
            <p class="hint">{stayingWords.card.lead}</p>
            <SavePaper relationship={relationship} kind="contact_plan" beside />
          </section>
        </div>
      ) : null}
    </Screen>
  );
}

/** What the owner calls the other person. */
function partnerOf(plan: Plan): string {
  const { name } = plan.mentor.owner ? plan.mentee : plan.mentor;
  return name.split(/\s+/u)[0] ?? name;
}

/** Both people beside each other, the mentee first; an empty half says whom to ask. */
function Halves({ plan, children }: { plan: Plan; children: (half: ContactSide) => preact.ComponentChildren }) {
  return (
    <div class="sides">
      {[plan.mentee, plan.mentor].map((half) => (
        <div key={half.side} class={`side ${half.side}`} role="group" aria-label={half.name}>
          <div class="row"><Who name={half.name} side={half.side} />{half.ask !== null ? <span class="pill open">{half.ask}</span> : null}</div>
          {half.ask !== null ? <Notice><p>{say.askBody(half.name)}</p></Notice> : null}
          {children(half)}
        </div>
      ))}
    </div>
  );
}

/** Questions of the agreement that belong to the contact plan as well. */
function Answers(props: { id: string; title: string; relationship: string; view: AgreementView; fields: readonly string[] }) {
  const { id, relationship, view } = props;
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      {view.sections.flatMap((section) =>
        section.fields
          .filter((field) => props.fields.includes(field.field) && field.asked)
          .map((field) => <Question key={field.field} relationship={relationship} view={view} section={section} field={field} />),
      )}
    </section>
  );
}
