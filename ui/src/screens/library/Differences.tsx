import type { TemplateDifference } from "../../api";

/** What differs between two templates, section by section. */
export function Differences({ label, list, none }: { label: string; list: readonly TemplateDifference[]; none: string }) {
  if (list.length === 0) return <p>{none}</p>;
  const about = [...new Set(list.map((each) => each.about))];
  return (
    <section class="stack tight" aria-label={label}>
      <h3 class="label">{label}</h3>
      <dl class="facts close">
        {about.map((title) => (
          <div key={title} class="pairing">
            <dt><bdi>{title}</bdi></dt>
            <dd>{list.filter((each) => each.about === title).map((each) => each.sentence).join(" ")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
