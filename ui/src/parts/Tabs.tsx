/** Places beside each other inside one screen. Links, since each has an address. `under`: they belong to one of the tabs above. */
export function Tabs(props: { label: string; under?: boolean; tabs: readonly { href: string; label: string; current: boolean }[] }) {
  return (
    <nav class={props.under ? "tabs under" : "tabs"} aria-label={props.label}>
      <ul>
        {props.tabs.map((tab) => (
          <li key={tab.href}><a href={tab.href} aria-current={tab.current ? "page" : undefined}>{tab.label}</a></li>
        ))}
      </ul>
    </nav>
  );
}
