import { useRef } from "preact/hooks";
import type { AgreementView, FieldView, SectionView, Side } from "../../api";
import { Disclosure, LinkButton, Readable, Screen, Trouble, useArrival, Who } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { words } from "../../words";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { ALIGNMENT, EXPECTATIONS, Expectations } from "./Expectations";
import { Note } from "./Note";
import { Own } from "./Own";
import { OwnPage } from "./OwnPage";
import { Permissions } from "./Permissions";
import { Question } from "./Question";
import { SectionList } from "./SectionList";
import { Sentence } from "./Sentence";
import { Sharing } from "./Sharing";
import { Steps } from "./Steps";
import { OWN, placeOf } from "./sections";
import { Stand } from "./Stand";
import { TalkContext } from "./Talk";
import { useWanted } from "./wanted";

const say = words.agreement;

/** The guided mode: one section a page, and each heading of their own (R53). */
export function Section({ relationship, section: key }: { relationship: string; section: string }) {
  const query = useQuery("agreement.get", { relationship });
  const list = useQuery("suggestion.list", { relationship }).value.value;
  const view = query.value.value;
  if (view === undefined) {
    // Nothing yet: a heading that is about to go must not take the focus with it.
    return query.error.value === null ? null : <Screen title={say.title}><Trouble error={query.error.value} onRetry={() => void query.ask()} /></Screen>;
  }
  const section = view.sections.find((each) => each.section === key);
  const own = view.headings.find((each) => each.id === key);
  if (section === undefined && own === undefined && key !== OWN) {
    return (
      <Screen title={say.gone} lead={say.goneBody}>
        <div class="row"><LinkButton href={href("agreement", { id: relationship })} kind="primary" main>{say.overview}</LinkButton></div>
      </Screen>
    );
  }
  return (
    <div class="page wide">
      <RelationshipTabs relationship={relationship} />
      {query.error.value !== null ? <Trouble error={query.error.value} onRetry={() => void query.ask()} /> : null}
      <Readable>
        <div class="guided">
          <SectionList relationship={relationship} view={view} open={list?.open ?? []} current={key} />
          <TalkContext.Provider value={list === undefined ? null : { relationship, view, list }}>
            {own !== undefined ? <OwnPage key={key} relationship={relationship} view={view} heading={own} /> : section === undefined ? <Own key={key} relationship={relationship} view={view} /> : <Page key={key} relationship={relationship} view={view} section={section} />}
          </TalkContext.Provider>
        </div>
      </Readable>
    </div>
  );
}

function Page({ relationship, view, section }: { relationship: string; view: AgreementView; section: SectionView }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const page = useRef<HTMLElement>(null);
  useArrival(heading, [section.title, say.title, view.title, words.app].join(" – "));
  useWanted(page);
  return (
    <article class="section stack loose" ref={page}>
      <header class="stack tight">
        <p class="label">{placeOf(view, section)}</p>
        <h1 ref={heading} tabIndex={-1}>{section.title}</h1>
        {section.standard === null ? null : <p class="quiet small">{say.arrange.standard(section.standard)}</p>}
        <p class="lead">{section.question}</p>
        <p>{section.guidance}</p>
        {section.askedBy !== null ? <p><span class="pill plain">{section.askedBy}</span></p> : null}
        <More section={section} />
      </header>
      <section class="stack loose" aria-label={say.form}>
        <p class="instruction"><strong>{say.write}</strong> {section.instruction}</p>
        <Questions relationship={relationship} view={view} section={section} />
      </section>
      <Stand relationship={relationship} section={section} />
      <Note relationship={relationship} section={section} />
      <Steps relationship={relationship} view={view} current={section.section} />
    </article>
  );
}

/** The questions of a section, those of other sections that are asked here too, what the answers say, and the words below them. */
export function Questions({ relationship, view, section }: { relationship: string; view: AgreementView; section: SectionView }) {
  const asked = section.fields.filter((field) => field.asked && field.cell === null);
  const last = asked.at(-1);
  const words = last !== undefined && last.field === `${section.section}.text` ? last : undefined;
  const also = section.also.flatMap((key) => view.sections.flatMap((other) => other.fields.filter((field) => field.field === key && field.asked).map((field) => ({ other, field }))));
  const one = (field: FieldView, of: SectionView) =>
    field.field === EXPECTATIONS ? (
      <Expectations key={field.field} relationship={relationship} view={view} section={of} field={field} />
    ) : field.field === ALIGNMENT ? null : (
      <Question key={field.field} relationship={relationship} view={view} section={of} field={field} />
    );
  return (
    <>
      {asked.filter((field) => field !== words && field.about === null).map((field) => one(field, section))}
      {SIDES.map((side) => {
        const card = asked.filter((field) => field.about === side);
        const name = nameOf(section, side);
        return card.length === 0 ? null : (
          <section key={side} class={`card role ${side} stack`} aria-label={say.role(name, side)}>
            <Who name={name} side={side} />
            {card.map((field) => one(field, section))}
          </section>
        );
      })}
      <Sharing relationship={relationship} section={section} />
      {section.section === "clause.confidentiality" ? <Permissions relationship={relationship} view={view} open={valueOf(section, "clause.confidentiality.wording") === "by_permission"} /> : null}
      {also.length > 0 ? (
        <section class="stack loose also" aria-label={say.also}>
          <p class="label">{say.also}</p>
          {also.map(({ other, field }) => one(field, other))}
        </section>
      ) : null}
      {section.sentence !== null ? <Sentence relationship={relationship} section={section} sentence={section.sentence} /> : null}
      {words !== undefined ? one(words, section) : null}
    </>
  );
}

const SIDES: readonly Side[] = ["mentor", "mentee"];

/** What the person on a side is called, as the questions that each answers name them. */
const nameOf = (section: SectionView, side: Side): string => section.fields.flatMap((field) => field.answers).find((answer) => answer.side === side)?.name ?? words.side[side];

const valueOf = (section: SectionView, field: string): unknown => section.fields.find((each) => each.field === field)?.answers[0]?.value;

function More({ section }: { section: SectionView }) {
  return (
    <Disclosure label={say.more}>
      <div class="more stack">
        <section class="stack tight">
          <h2>{say.why}</h2>
          <p>{section.why}</p>
        </section>
        <section class="stack tight">
          <h2>{say.ask}</h2>
          <ul>{section.ask.map((line) => <li key={line}>{line}</li>)}</ul>
        </section>
        <section class="stack tight">
          <h2>{say.example(section.example.pair)}</h2>
          <blockquote class="reading">{section.example.text}</blockquote>
          <p class="quiet small">{say.fictional}</p>
        </section>
      </div>
    </Disclosure>
  );
}
