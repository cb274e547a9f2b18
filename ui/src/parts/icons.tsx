import type { ComponentChildren } from "preact";

/** Drawings that stand beside words or under a spoken name; never alone without one. */
function Icon(props: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">
      {props.children}
    </svg>
  );
}

export const IconCalendar = () => <Icon><rect x="3" y="4.5" width="14" height="12.5" rx="2" /><path d="M3 8.5h14M7 2.5v4M13 2.5v4" /></Icon>;
export const IconBack = () => <Icon><path d="M12 4.5 6.5 10l5.5 5.5" /></Icon>;
export const IconForward = () => <Icon><path d="M8 4.5 13.5 10 8 15.5" /></Icon>;
export const IconFarBack = () => <Icon><path d="M15 4.5 9.5 10l5.5 5.5M9.5 4.5 4 10l5.5 5.5" /></Icon>;
export const IconFarForward = () => <Icon><path d="M5 4.5 10.5 10 5 15.5M10.5 4.5 16 10l-5.5 5.5" /></Icon>;
export const IconUp = () => <Icon><path d="M10 16V4.5M5 9.5l5-5 5 5" /></Icon>;
export const IconDown = () => <Icon><path d="M10 4v11.5M5 10.5l5 5 5-5" /></Icon>;
export const IconSearch = () => <Icon><path d="M8.75 14.5a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5ZM13 13l4 4" /></Icon>;
export const IconGrip = () => <Icon><path d="M7.5 5v.01M7.5 10v.01M7.5 15v.01M12.5 5v.01M12.5 10v.01M12.5 15v.01" /></Icon>;
export const IconUndo = () => <Icon><path d="M7.5 4 3.5 8l4 4M3.5 8h8a4.5 4.5 0 0 1 0 9H8" /></Icon>;
export const IconRedo = () => <Icon><path d="m12.5 4 4 4-4 4M16.5 8h-8a4.5 4.5 0 0 0 0 9H12" /></Icon>;
export const IconMenu = () => <Icon><path d="M3 5.5h14M3 10h14M3 14.5h14" /></Icon>;
export const IconTick = () => <Icon><path d="m4 10.5 4 4 8-9" /></Icon>;

/** The mark: two threads that cross in a ring. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" fill="none" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="9.5" class="ring" />
      <path d="M2.5 24.5C9 24.5 12 16 16 16s7-8.5 13.5-8.5" class="plum" />
      <path d="M2.5 7.5C9 7.5 12 16 16 16s7 8.5 13.5 8.5" class="green" />
    </svg>
  );
}
