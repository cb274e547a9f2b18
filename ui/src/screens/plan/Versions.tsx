import type { PlanView } from "../../api";
import { Disclosure } from "../../parts";
import { useQuery } from "../../query";
import { planWords as say } from "../../words/plan";

/** The versions that were kept, what is different in each, and what was done (R105). */
export function Versions({ relationship, plan }: { relationship: string; plan: PlanView }) {
  return (
    <section class="stack" aria-labelledby="versions">
      <h2 id="versions">{say.versions}</h2>
      {plan.versions.length === 0 ? <p class="quiet">{say.noVersions}</p> : null}
      <ul class="bare stack tight">
        {plan.versions.map((version) => (
          <li key={version.number}>
            <p><strong>{say.version(version.number, version.on?.words ?? "")}</strong>. {say.changes(version.changes)}</p>
            {version.changes > 0 ? <Disclosure label={say.changes(version.changes)}><Differences relationship={relationship} from={version.number} /></Disclosure> : null}
          </li>
        ))}
      </ul>
      <Disclosure label={say.history}><Deeds relationship={relationship} /></Disclosure>
    </section>
  );
}

function Differences({ relationship, from }: { relationship: string; from: number }) {
  const compared = useQuery("plan.compare", { relationship, from }).value.value;
  return (
    <ul class="small">
      {compared?.differences.map((each) => <li key={`${each.change} ${each.what}`}><strong>{say.changed[each.change]}</strong> {each.what}: {say.became(each.before, each.after)}</li>)}
    </ul>
  );
}

function Deeds({ relationship }: { relationship: string }) {
  const history = useQuery("plan.history", { relationship }).value.value;
  return <ul class="small">{history?.deeds.map((deed, index) => <li key={index}>{deed.what}, <span class="quiet">{deed.author}, {deed.when}</span></li>)}</ul>;
}
